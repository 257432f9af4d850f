import { inTransaction } from '../../bus/in-transaction.ts'
import { showNoms } from '../../domain/collectivite/show-noms.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { CollectiviteObject } from './collectivite.ts'

builder.prismaObjectField(CollectiviteObject, 'nomsPublics', (t) =>
  t.exposeBoolean('nomsPublics', {
    description:
      'Vrai si les noms des personnes sont montrés avec les plans publics. Sinon, qui ne les lit que parce qu’ils sont publics n’en voit que les services.',
  }),
)

const ChangeNomsPublicsInput = builder.inputType('ChangeNomsPublicsInput', {
  description: 'Si les noms des personnes sont montrés avec les plans publics d’une collectivité.',
  fields: (t) => ({
    collectiviteId: t.id({ required: true, description: 'La collectivité.' }),
    nomsPublics: t.boolean({ required: true, description: 'Vrai pour les montrer.' }),
  }),
})

const ChangeNomsPublicsSuccess = builder.objectRef<{ collectiviteId: string }>('ChangeNomsPublicsSuccess').implement({
  description: 'C’est fait, ou ce l’était déjà.',
  fields: (t) => ({
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'La collectivité.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
  }),
})

builder.mutationField('changeNomsPublics', (t) =>
  t.field({
    type: ChangeNomsPublicsSuccess,
    description:
      'Choisit si les noms des personnes sont montrés avec les plans publics. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'ChangeNomsPublicsResult', description: 'La collectivité, ou une erreur.' },
    },
    args: { input: t.arg({ type: ChangeNomsPublicsInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) =>
        showNoms(useCase, {
          collectiviteId: uuidOf('Collectivite', input.collectiviteId),
          nomsPublics: input.nomsPublics,
        }),
      ),
  }),
)
