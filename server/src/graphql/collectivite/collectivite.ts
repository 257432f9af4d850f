import { mayInCollectivite } from '../../domain/rights/may.ts'
import { readableCollectivites, readablePlans, readableServices } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { CollectiviteTypeEnum } from '../enums.ts'
import { wellFormedUuid } from '../global-id.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { planList } from '../plan/plan-orders.ts'
import { PlanConnection, PlanObject } from '../plan/plan.ts'
import { serviceList } from '../service/service-list.ts'
import { ServiceConnection, ServiceType } from '../service/service.ts'

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
    services: t.connection(
      {
        type: ServiceType,
        description: 'Les services de la collectivité, par nom.',
        select: (args, { viewer }, nestedSelection) => ({
          services: nestedSelection(pageQuery({ list: serviceList, args, within: [readableServices(viewer)] }), [
            'edges',
            'node',
          ]),
        }),
        resolve: ({ services }, args) => pageOf({ list: serviceList, args }, services),
      },
      ServiceConnection,
    ),
    plans: t.connection(
      {
        type: PlanObject,
        description: 'Les plans de la collectivité que vous pouvez lire, par nom.',
        select: (args, { viewer }, nestedSelection) => ({
          plans: nestedSelection(pageQuery({ list: planList(), args, within: [readablePlans(viewer)] }), [
            'edges',
            'node',
          ]),
        }),
        resolve: ({ plans }, args) => pageOf({ list: planList(), args }, plans),
      },
      PlanConnection,
    ),
    viewerCanCreatePlan: t.boolean({
      description: 'Vrai si vous pouvez créer un plan dans cette collectivité.',
      resolve: ({ id }, _args, { viewer }) => mayInCollectivite(viewer, 'createPlan', { collectiviteId: id }),
    }),
  }),
})

export const CollectiviteConnection = builder.connectionObject(
  { type: CollectiviteObject, name: 'CollectiviteConnection', description: 'Une page de collectivités.' },
  { name: 'CollectiviteEdge', description: 'Une collectivité dans une page.' },
)
