import { inTransaction } from '../../bus/in-transaction.ts'
import { restore, type Restored } from '../../domain/corbeille/restore.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'

const RestoreInput = builder.inputType('RestoreInput', {
  description: 'Des lignes de la corbeille.',
  fields: (t) => ({
    suppressionIds: t.idList({ required: true, description: 'Les lignes, 1 000 au plus.' }),
  }),
})

const RestoredPlaceEnum = builder.enumType('RestoredPlace', {
  description: 'Où se trouve ce qui est revenu de la corbeille.',
  values: {
    MEME_PLACE: { description: 'Où il était.' },
    RACINE: { description: 'À la racine de son plan : l’axe qui le tenait est à la corbeille.' },
    HORS_PLAN: { description: 'Hors plan : le plan qui le tenait est à la corbeille.' },
  } as const,
})

const RestoredType = builder.objectRef<Restored>('Restored').implement({
  description: 'Ce qui est revenu de la corbeille.',
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Son identifiant universel.', resolve: ({ objetId }) => objetId }),
    nom: t.exposeString('nom', { description: 'Son nom ou son titre, quand il a été supprimé.' }),
    laisses: t.exposeStringList('laisses', {
      description:
        'D’une fiche qui avait été fusionnée : les champs de l’autre qui gardent quelque chose d’elle, car un collègue l’y a changé depuis ; 40 au plus.',
    }),
    place: t.expose('place', { type: RestoredPlaceEnum, description: 'Où il se trouve maintenant.' }),
  }),
})

const RestoreSuccess = builder.objectRef<{ restored: Restored[] }>('RestoreSuccess').implement({
  description: 'Tout ce que ces suppressions avaient emporté est revenu.',
  fields: (t) => ({
    restored: t.field({
      type: [RestoredType],
      description: 'Ce qui est revenu, une ligne chacun.',
      resolve: ({ restored }) => restored,
    }),
  }),
})

builder.mutationField('restore', (t) =>
  t.field({
    type: RestoreSuccess,
    description:
      'Restaure des lignes de la corbeille. Un axe dont le parent y est revient à la racine du plan ; une fiche que rien ne tient plus, à la racine du plan ou hors plan. La restauration d’une fiche fusionnée défait la fusion, sauf ce qu’un collègue a changé depuis. Codes PLAN_DELETED, FICHE_DELETED et FUSION_KEPT_DELETED s’il faut d’abord restaurer autre chose.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RestoreResult', description: 'Ce qui est revenu, ou une erreur.' },
    },
    args: { input: t.arg({ type: RestoreInput, required: true, description: 'Les lignes.' }) },
    resolve: async (_root, { input }, context) => {
      const suppressionIds = input.suppressionIds.map((id) => uuidOf('Suppression', id))
      return { restored: await inTransaction(context, (useCase) => restore(useCase, { suppressionIds })) }
    },
  }),
)
