import { deleteAccount } from '../../domain/account/delete-account.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'

const DeleteAccountInput = builder.inputType('DeleteAccountInput', {
  description: 'Supprime votre compte, pour de bon.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Votre adresse, pour confirmer. Exemple : prenom.nom@exemple.fr.' }),
  }),
})

const DeleteAccountSuccess = builder.objectRef<{ isDone: true }>('DeleteAccountSuccess').implement({
  description: 'C’est fait : vous n’avez plus de compte.',
  fields: (t) => ({
    estSupprime: t.exposeBoolean('isDone', { description: 'Toujours vrai.' }),
  }),
})

builder.mutationField('deleteAccount', (t) =>
  t.field({
    type: DeleteAccountSuccess,
    description:
      'Supprime votre compte, pour de bon : nom, adresse, mot de passe, sessions, appartenances. Ce que vous avez écrit reste, sans auteur ; les fiches et les plans qui vous nomment nomment « Personne effacée ». Le dernier admin d’une collectivité où d’autres restent donne d’abord ce rôle.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'DeleteAccountResult', description: 'C’est fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: DeleteAccountInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: async (_root, { input }, context) => {
      await inTransaction(context, (useCase) => deleteAccount(useCase, { email: input.email }))
      return { isDone: true as const }
    },
  }),
)
