import { setMembreRole } from '../../domain/membre/change-membre.ts'
import { RoleEnum } from '../enums.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { MembreType } from '../viewer/membre.ts'

const UpdateMembreInput = builder.inputType('UpdateMembreInput', {
  description: 'Change le rôle d’un membre.',
  fields: (t) => ({
    membreId: t.id({ required: true, description: 'Le membre.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'Son nouveau rôle.' }),
  }),
})

const UpdateMembreSuccess = builder.objectRef<{ membreId: string }>('UpdateMembreSuccess').implement({
  description: 'Le membre est changé.',
  fields: (t) => ({
    membre: t.prismaField({
      type: MembreType,
      description: 'Ce qui a changé, tel que c’est maintenant.',
      resolve: (query, { membreId }, _args, { prisma }) =>
        prisma.membre.findUniqueOrThrow({ ...query, where: { id: membreId } }),
    }),
  }),
})

builder.mutationField('updateMembre', (t) =>
  t.field({
    type: UpdateMembreSuccess,
    description:
      'Change le rôle d’un membre. Demande le rôle admin dans la collectivité. Le dernier admin garde son rôle (code LAST_ADMIN).',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'UpdateMembreResult', description: 'Ce qui a été fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: UpdateMembreInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) =>
        setMembreRole(useCase, { membreId: uuidOf('Membre', input.membreId), role: input.role }),
      ),
  }),
)
