import { visiblePlacements } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { wellFormedUuid } from '../global-id.ts'

export const PlacementType = builder.prismaNode('Placement', {
  description: 'Une place d’une fiche : dans un axe, ou à la racine d’un plan. Une fiche peut en avoir plusieurs.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visiblePlacements(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    position: t.exposeString('position', {
      description: 'Rang parmi les fiches de la même place : se compare octet par octet, puis par uuid à égalité.',
    }),
    plan: t.relation('plan', { description: 'Plan qui tient la fiche.' }),
    axe: t.relation('axe', { nullable: true, description: 'Axe qui tient la fiche ; null à la racine du plan.' }),
    fiche: t.relation('fiche', { description: 'La fiche placée.' }),
  }),
})

export const PlacementConnection = builder.connectionObject(
  { type: PlacementType, name: 'PlacementConnection', description: 'Une page de places.' },
  { name: 'PlacementEdge', description: 'Une place dans une page.' },
)
