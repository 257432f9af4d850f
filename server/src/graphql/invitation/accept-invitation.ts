import { hashPassword, isPasswordLength, MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from '../../auth/users.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { ValidationError } from '../../domain/errors.ts'
import { acceptInvitation, findOpenInvitation, type NewAccount } from '../../domain/invitation/accept-invitation.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'

const AcceptInvitationInput = builder.inputType('AcceptInvitationInput', {
  description: 'Une invitation à accepter. Une personne nouvelle donne son nom et son mot de passe.',
  fields: (t) => ({
    token: t.string({ required: true, description: 'Le secret qui est dans le lien.' }),
    nom: t.string({ description: 'Votre nom, si vous n’avez pas de compte.' }),
    motDePasse: t.string({
      description: `Votre mot de passe, si vous n’avez pas de compte : de ${MIN_PASSWORD_CHARACTERS} à ${MAX_PASSWORD_CHARACTERS} caractères.`,
    }),
  }),
})

const AcceptInvitationSuccess = builder.objectRef<{ collectiviteId: string }>('AcceptInvitationSuccess').implement({
  description: 'Vous êtes membre de la collectivité.',
  fields: (t) => ({
    siren: t.string({
      description: 'Numéro SIREN de la collectivité ; elle se lit une fois connecté.',
      resolve: async ({ collectiviteId }, _args, { prisma }) =>
        (await prisma.collectivite.findUniqueOrThrow({ where: { id: collectiviteId } })).siren,
    }),
  }),
})

builder.mutationField('acceptInvitation', (t) =>
  t.field({
    type: AcceptInvitationSuccess,
    description:
      'Accepte une invitation. Codes : INVITATION_NOT_FOUND, INVITATION_USED, INVITATION_EXPIRED, SIGN_IN_REQUIRED (l’adresse a un compte), OTHER_ACCOUNT (elle est adressée à quelqu’un d’autre).',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'AcceptInvitationResult', description: 'La place, ou une erreur.' },
    },
    args: { input: t.arg({ type: AcceptInvitationInput, required: true, description: 'L’invitation.' }) },
    resolve: async (_root, { input: { token, nom, motDePasse } }, context) => {
      // Hashing costs: only for a link that opens something.
      await findOpenInvitation(context.prisma, token)
      const account = motDePasse == null ? null : await newAccount({ nom: nom ?? '', motDePasse })
      return inTransaction(context, (useCase) => acceptInvitation(useCase, { token, account }))
    },
  }),
)

async function newAccount({ nom, motDePasse }: { nom: string; motDePasse: string }): Promise<NewAccount> {
  if (!isPasswordLength(motDePasse)) {
    const message = `Un mot de passe a de ${MIN_PASSWORD_CHARACTERS} à ${MAX_PASSWORD_CHARACTERS} caractères.`
    throw new ValidationError([{ code: 'PASSWORD_LENGTH', message, path: ['motDePasse'] }])
  }
  return { nom, passwordHash: await hashPassword(motDePasse) }
}
