import { inTransaction } from '../../bus/in-transaction.ts'
import { updateIndicateur } from '../../domain/indicateur/update-indicateur.ts'
import { builder } from '../builder.ts'
import { PeriodiciteEnum } from '../enums.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { indicateurSuccess } from './indicateur-success.ts'

const UpdateIndicateurInput = builder.inputType('UpdateIndicateurInput', {
  description: 'Ce qui change d’un indicateur : les champs nommés, et eux seuls.',
  fields: (t) => ({
    indicateurId: t.id({ required: true, description: 'L’indicateur.' }),
    nom: t.string({ description: 'Nom, 300 caractères au plus.' }),
    description: t.string({ description: 'Définition, 5 000 caractères au plus ; un texte vide l’efface.' }),
    unite: t.string({ description: 'Unité, 40 caractères au plus ; un texte vide l’efface.' }),
    periodicite: t.field({
      type: PeriodiciteEnum,
      description: 'Une valeur par an ou par mois. Refusé (PERIODICITE_CONFLICT) si des valeurs n’y tiennent plus.',
    }),
  }),
})

const UpdateIndicateurSuccess = indicateurSuccess('UpdateIndicateurSuccess', 'L’indicateur est modifié.')

builder.mutationField('updateIndicateur', (t) =>
  t.field({
    type: UpdateIndicateurSuccess,
    description: 'Modifie la définition d’un indicateur. Demande le rôle éditeur ou admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'UpdateIndicateurResult', description: 'L’indicateur modifié, ou une erreur.' },
    },
    args: { input: t.arg({ type: UpdateIndicateurInput, required: true, description: 'Ce qui change.' }) },
    resolve: async (_root, { input: { indicateurId, nom, description, unite, periodicite } }, context) => {
      const indicateur = await inTransaction(context, (useCase) =>
        updateIndicateur(useCase, {
          id: uuidOf('Indicateur', indicateurId),
          nom: nom ?? undefined,
          description: description ?? undefined,
          unite: unite ?? undefined,
          periodicite: periodicite ?? undefined,
        }),
      )
      return { indicateurId: indicateur.id }
    },
  }),
)
