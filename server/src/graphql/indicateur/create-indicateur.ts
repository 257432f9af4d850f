import { inTransaction } from '../../bus/in-transaction.ts'
import { createIndicateur } from '../../domain/indicateur/create-indicateur.ts'
import { builder } from '../builder.ts'
import { PeriodiciteEnum } from '../enums.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { indicateurSuccess } from './indicateur-success.ts'

const CreateIndicateurInput = builder.inputType('CreateIndicateurInput', {
  description: 'Un indicateur à créer.',
  fields: (t) => ({
    collectiviteId: t.id({ required: true, description: 'La collectivité qui portera l’indicateur.' }),
    nom: t.string({ required: true, description: 'Nom, 300 caractères au plus.' }),
    description: t.string({ description: 'Définition, 5 000 caractères au plus.' }),
    unite: t.string({ description: 'Unité, 40 caractères au plus.' }),
    periodicite: t.field({ type: PeriodiciteEnum, description: 'Une valeur par an si rien n’est dit.' }),
  }),
})

const CreateIndicateurSuccess = indicateurSuccess('CreateIndicateurSuccess', 'L’indicateur est créé.')

builder.mutationField('createIndicateur', (t) =>
  t.field({
    type: CreateIndicateurSuccess,
    description: 'Crée un indicateur. Demande le rôle éditeur ou admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'CreateIndicateurResult', description: 'L’indicateur créé, ou une erreur.' },
    },
    args: { input: t.arg({ type: CreateIndicateurInput, required: true, description: 'L’indicateur à créer.' }) },
    resolve: async (_root, { input: { collectiviteId, nom, description, unite, periodicite } }, context) => {
      const indicateur = await inTransaction(context, (useCase) =>
        createIndicateur(useCase, {
          collectiviteId: uuidOf('Collectivite', collectiviteId),
          nom,
          description: description ?? undefined,
          unite: unite ?? undefined,
          periodicite: periodicite ?? undefined,
        }),
      )
      return { indicateurId: indicateur.id }
    },
  }),
)
