import { builder } from '../builder.ts'

const BEFORE = 'Le voisin avant lequel les mettre ; un voisin qui n’y est plus vaut la fin.'
const AFTER = 'Le voisin après lequel les mettre ; sans voisin, c’est à la fin.'

export const AxeMove = builder.inputType('AxeMove', {
  description: 'Des axes à déplacer ensemble, dans l’ordre donné.',
  fields: (t) => ({
    axeIds: t.idList({ required: true, description: 'Les axes, 1 000 au plus.' }),
    parentId: t.id({ description: 'L’axe du même plan qui les tiendra ; sans lui, la racine du plan.' }),
    beforeId: t.id({ description: BEFORE }),
    afterId: t.id({ description: AFTER }),
  }),
})

export const PlacementMove = builder.inputType('PlacementMove', {
  description: 'Des fiches à déplacer ensemble dans un plan, dans l’ordre donné.',
  fields: (t) => ({
    placementIds: t.idList({ required: true, description: 'Leurs places, 1 000 au plus.' }),
    axeId: t.id({ description: 'L’axe du même plan qui les tiendra ; sans lui, la racine du plan.' }),
    beforeId: t.id({ description: BEFORE }),
    afterId: t.id({ description: AFTER }),
  }),
})
