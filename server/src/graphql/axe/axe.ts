import { visibleAxes, visiblePlacements } from '../../domain/rights/visible.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { builder } from '../builder.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { wellFormedUuid } from '../global-id.ts'
import { placementsByPosition } from '../placement/placement-lists.ts'
import { PlacementConnection, PlacementType } from '../placement/placement.ts'
import { axesByPosition } from './axe-lists.ts'

export const AxeType = builder.prismaNode('Axe', {
  description: 'Un nœud de l’arborescence d’un plan, à n’importe quelle profondeur.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visibleAxes(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    nom: t.exposeString('nom', { description: 'Nom de l’axe.' }),
    description: t.string({
      description: 'Description de l’axe, en texte.',
      resolve: async ({ id, planId }, _args, { loaders }) =>
        (await loaders.planTextes.load({ ownerId: planId, field: `axe:${id}` })).plain,
    }),
    descriptionMarkdown: t.string({
      description: 'Description de l’axe, en Markdown.',
      resolve: async ({ id, planId }, _args, { loaders }) =>
        (await loaders.planTextes.load({ ownerId: planId, field: `axe:${id}` })).markdown,
    }),
    position: t.exposeString('position', {
      description: 'Rang parmi les axes du même parent : se compare octet par octet, puis par uuid à égalité.',
    }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'Axe qui contient celui-ci ; null à la racine du plan.',
    }),
    plan: t.relation('plan', { description: 'Plan dont c’est un axe.' }),
    placements: t.connection(
      {
        type: PlacementType,
        description: 'Les fiches placées directement dans cet axe, dans l’ordre.',
        select: (args, { viewer }, nestedSelection) => ({
          placements: wholeRows(
            nestedSelection(pageQuery({ list: placementsByPosition, args, within: [visiblePlacements(viewer)] }), [
              'edges',
              'node',
            ]),
          ),
        }),
        resolve: ({ placements }, args) => pageOf({ list: placementsByPosition, args }, placements),
      },
      PlacementConnection,
    ),
  }),
})

export const AxeConnection = builder.connectionObject(
  { type: AxeType, name: 'AxeConnection', description: 'Une page d’axes.' },
  { name: 'AxeEdge', description: 'Un axe dans une page.' },
)

builder.prismaObjectField(AxeType, 'enfants', (t) =>
  t.connection(
    {
      type: AxeType,
      description: 'Les axes placés directement sous celui-ci, dans l’ordre.',
      select: (args, { viewer }, nestedSelection) => ({
        enfants: wholeRows(
          nestedSelection(pageQuery({ list: axesByPosition, args, within: [visibleAxes(viewer)] }), ['edges', 'node']),
        ),
      }),
      resolve: ({ enfants }, args) => pageOf({ list: axesByPosition, args }, enfants),
    },
    AxeConnection,
  ),
)
