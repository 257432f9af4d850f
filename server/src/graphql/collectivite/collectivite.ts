import { may } from '../../domain/rights/may.ts'
import { readableCollectivites, readablePlans, readableServices } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { readPage } from '../connection/page-arguments.ts'
import { CollectiviteTypeEnum } from '../enums.ts'
import { wellFormedUuid } from '../global-id.ts'
import { PlanConnection } from '../plan/plan.ts'
import { ServiceConnection } from '../service/service.ts'

export const CollectiviteObject = builder.prismaNode('Collectivite', {
  description: 'Une collectivité territoriale.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableCollectivites(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    siren: t.exposeString('siren', { description: 'Numéro SIREN, neuf chiffres. Exemple : 200068229.' }),
    nom: t.exposeString('nom', { description: 'Nom officiel.' }),
    type: t.expose('type', { type: CollectiviteTypeEnum, description: 'Nature de la collectivité.' }),
    timeZone: t.exposeString('timeZone', {
      description: 'Fuseau horaire (nom IANA) où se jugent les échéances. Exemple : Europe/Paris.',
    }),
    services: t.relatedConnection(
      'services',
      {
        cursor: 'id',
        description: 'Les services de la collectivité, par nom.',
        query: (args, { viewer }) => {
          readPage(args)
          return { where: readableServices(viewer), orderBy: [{ nom: 'asc' }, { id: 'asc' }] }
        },
      },
      ServiceConnection,
    ),
    plans: t.relatedConnection(
      'plans',
      {
        cursor: 'id',
        description: 'Les plans de la collectivité que vous pouvez lire, par nom.',
        query: (args, { viewer }) => {
          readPage(args)
          return { where: readablePlans(viewer), orderBy: [{ nom: 'asc' }, { id: 'asc' }] }
        },
      },
      PlanConnection,
    ),
    viewerCanCreatePlan: t.boolean({
      description: 'Vrai si vous pouvez créer un plan dans cette collectivité.',
      resolve: ({ id }, _args, { viewer }) => may(viewer, 'createPlan', { collectiviteId: id }),
    }),
  }),
})

export const CollectiviteConnection = builder.connectionObject(
  { type: CollectiviteObject, name: 'CollectiviteConnection', description: 'Une page de collectivités.' },
  { name: 'CollectiviteEdge', description: 'Une collectivité dans une page.' },
)
