import { inTransaction } from '../../bus/in-transaction.ts'
import { renameAxe } from '../../domain/axe/rename-axe.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { AxeType } from './axe.ts'

const RenameAxeInput = builder.inputType('RenameAxeInput', {
  description: 'Un axe à renommer.',
  fields: (t) => ({
    axeId: t.id({ required: true, description: 'L’axe.' }),
    nom: t.string({ required: true, description: 'Son nouveau nom, 1 000 caractères au plus.' }),
    nomAttendu: t.string({
      description: 'Le nom qu’il doit encore avoir ; s’il en a un autre, il le garde (code AXE_RENAMED).',
    }),
  }),
})

const RenameAxeSuccess = builder.objectRef<{ axeId: string; before: string }>('RenameAxeSuccess').implement({
  description: 'L’axe est renommé.',
  fields: (t) => ({
    axe: t.prismaField({
      type: AxeType,
      description: 'L’axe renommé.',
      resolve: (query, { axeId }, _args, { prisma }) =>
        prisma.axe.findUniqueOrThrow({ ...query, where: { id: axeId } }),
    }),
    before: t.exposeString('before', { description: 'Le nom qu’il avait.' }),
  }),
})

builder.mutationField('renameAxe', (t) =>
  t.field({
    type: RenameAxeSuccess,
    description: 'Renomme un axe.',
    errors: { types: MUTATION_ERRORS, union: { name: 'RenameAxeResult', description: 'L’axe, ou une erreur.' } },
    args: { input: t.arg({ type: RenameAxeInput, required: true, description: 'L’axe et son nom.' }) },
    resolve: async (_root, { input }, context) => {
      const axeId = uuidOf('Axe', input.axeId)
      const { before } = await inTransaction(context, (useCase) => renameAxe(useCase, { ...input, axeId }))
      return { axeId, before }
    },
  }),
)
