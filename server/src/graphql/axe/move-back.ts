import { encodeGlobalID } from '@pothos/plugin-relay'
import type { MoveBack } from '../../domain/axe/moves-back.ts'
import { builder } from '../builder.ts'

interface TypedMoveBack extends MoveBack {
  /** What is moved. */
  of: 'Axe' | 'Placement'
}

function neighbour({ of }: TypedMoveBack, id: string | null): string | null {
  return id === null ? null : encodeGlobalID(of, id)
}

/** One of the moves which undo what was done: each of its fields goes as it is into the same mutation. */
export const MoveBackType = builder.objectRef<TypedMoveBack>('MoveBack').implement({
  description: 'Un déplacement qui défait ce qui vient d’être fait, à redonner à la même mutation.',
  fields: (t) => ({
    ids: t.idList({
      description: 'Ce qu’il faut remettre, dans l’ordre.',
      resolve: ({ of, ids }) => ids.map((id) => encodeGlobalID(of, id)),
    }),
    parentId: t.id({
      nullable: true,
      description: 'L’axe qui les tenait ; null à la racine du plan.',
      resolve: ({ parentId }) => (parentId === null ? null : encodeGlobalID('Axe', parentId)),
    }),
    beforeId: t.id({
      nullable: true,
      description: 'Le voisin avant lequel ils étaient.',
      resolve: (move) => neighbour(move, move.beforeId),
    }),
    afterId: t.id({
      nullable: true,
      description: 'Le voisin après lequel ils étaient.',
      resolve: (move) => neighbour(move, move.afterId),
    }),
  }),
})
