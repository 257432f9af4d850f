import { readableAxes, readablePlacements } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { readPage } from '../connection/page-arguments.ts'
import { wellFormedUuid } from '../global-id.ts'
import { PlacementConnection } from '../placement/placement.ts'

export const AxeType = builder.prismaNode('Axe', {
  description: 'Un nœud de l’arborescence d’un plan, à n’importe quelle profondeur.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableAxes(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    nom: t.exposeString('nom', { description: 'Nom de l’axe.' }),
    position: t.exposeString('position', {
      description: 'Rang parmi les axes du même parent : se compare octet par octet, puis par uuid à égalité.',
    }),
    parent: t.relation('parent', { nullable: true, description: 'Axe qui contient celui-ci ; null à la racine du plan.' }),
    plan: t.relation('plan', { description: 'Plan dont c’est un axe.' }),
    placements: t.relatedConnection(
      'placements',
      {
        cursor: 'id',
        description: 'Les fiches placées directement dans cet axe, dans l’ordre.',
        query: (args, { viewer }) => {
          readPage(args)
          return { where: readablePlacements(viewer), orderBy: [{ position: 'asc' }, { id: 'asc' }] }
        },
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
  t.relatedConnection(
    'enfants',
    {
      cursor: 'id',
      description: 'Les axes placés directement sous celui-ci, dans l’ordre.',
      query: (args, { viewer }) => {
        readPage(args)
        return { where: readableAxes(viewer), orderBy: [{ position: 'asc' }, { id: 'asc' }] }
      },
    },
    AxeConnection,
  ),
)
