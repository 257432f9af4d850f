import { mayOnFiche } from '../../domain/rights/may.ts'
import { visibleFiches, visiblePlacements } from '../../domain/rights/visible.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { builder } from '../builder.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { PrioriteEnum, StatutEnum } from '../enums.ts'
import { wellFormedUuid } from '../global-id.ts'
import { placementsByAge } from '../placement/placement-lists.ts'
import { PlacementConnection, PlacementType } from '../placement/placement.ts'
import { ServiceType } from '../service/service.ts'

export const FicheType = builder.prismaNode('Fiche', {
  description: 'Une fiche action : une action d’un plan, ou de plusieurs.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visibleFiches(viewer)] }),
  fields: (t) => ({
    uuid: t.field({
      type: 'UUID',
      description: 'Identifiant universel ; l’adresse des textes partagés est /sync/fiche/<uuid>.',
      resolve: ({ id }) => id,
    }),
    titre: t.exposeString('titre', { description: 'Titre, sur une ligne.' }),
    statut: t.expose('statut', {
      type: StatutEnum,
      nullable: true,
      description: 'Où en est la fiche ; null si ce n’est pas dit.',
    }),
    priorite: t.expose('priorite', {
      type: PrioriteEnum,
      nullable: true,
      description: 'Priorité ; null si elle n’est pas dite.',
    }),
    dateDebut: t.expose('dateDebut', {
      type: 'Date',
      nullable: true,
      description: 'Premier jour ; null s’il est inconnu.',
    }),
    dateFin: t.expose('dateFin', {
      type: 'Date',
      nullable: true,
      description: 'Dernier jour ; null s’il est inconnu.',
    }),
    collectivite: t.relation('collectivite', { description: 'Collectivité qui porte la fiche.' }),
    services: t.field({
      type: [ServiceType],
      description: 'Services qui pilotent la fiche, 100 au plus, par nom.',
      select: (_args, _context, nestedSelection) => ({
        services: { orderBy: { service: { nom: 'asc' } }, select: { serviceId: true, service: nestedSelection(true) } },
      }),
      resolve: ({ services }) => services.map(({ service }) => service),
    }),
    placements: t.connection(
      {
        type: PlacementType,
        description: 'Les places de la fiche dans les plans que vous pouvez lire, la plus ancienne d’abord.',
        select: (args, { viewer }, nestedSelection) => ({
          placements: wholeRows(
            nestedSelection(pageQuery({ list: placementsByAge, args, within: [visiblePlacements(viewer)] }), [
              'edges',
              'node',
            ]),
          ),
        }),
        resolve: ({ placements }, args) => pageOf({ list: placementsByAge, args }, placements),
      },
      PlacementConnection,
    ),
    viewerCanOpen: t.boolean({
      description:
        'Vrai si vous pouvez ouvrir ses textes en direct ; faux si vous ne la lisez que parce qu’elle est publique.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.ficheTargets.load(id)) !== null,
    }),
    viewerCanUpdate: t.boolean({
      description: 'Vrai si vous pouvez modifier cette fiche.',
      resolve: async ({ id }, _args, { viewer, loaders }) => {
        const target = await loaders.ficheTargets.load(id)
        return target !== null && mayOnFiche(viewer, 'editFiche', target)
      },
    }),
    viewerCanMove: t.boolean({
      description: 'Vrai si vous pouvez changer les emplacements de cette fiche.',
      resolve: async ({ id }, _args, { viewer, loaders }) => {
        const target = await loaders.ficheTargets.load(id)
        return target !== null && mayOnFiche(viewer, 'moveFiche', target)
      },
    }),
    viewerCanDelete: t.boolean({
      description: 'Vrai si vous pouvez mettre cette fiche à la corbeille.',
      resolve: async ({ id }, _args, { viewer, loaders }) => {
        const target = await loaders.ficheTargets.load(id)
        return target !== null && mayOnFiche(viewer, 'deleteFiche', target)
      },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Création de la fiche.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'Dernier changement d’un champ ou du titre.' }),
  }),
})

export const FicheConnection = builder.connectionObject(
  { type: FicheType, name: 'FicheConnection', description: 'Une page de fiches.' },
  { name: 'FicheEdge', description: 'Une fiche dans une page.' },
)
