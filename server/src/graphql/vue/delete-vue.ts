import { inTransaction } from '../../bus/in-transaction.ts'
import { deleteVue } from '../../domain/vue/change-vue.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'

const DeleteVueInput = builder.inputType('DeleteVueInput', {
  description: 'Une vue à supprimer.',
  fields: (t) => ({ vueId: t.id({ required: true, description: 'La vue.' }) }),
})

const DeleteVueSuccess = builder.objectRef<{ collectiviteId: string }>('DeleteVueSuccess').implement({
  description: 'La vue n’est plus là.',
  fields: (t) => ({
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'La collectivité, avec les vues qui restent.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
  }),
})

builder.mutationField('deleteVue', (t) =>
  t.field({
    type: DeleteVueSuccess,
    description:
      'Supprime une vue de la page des fiches, pour de bon ; aucune fiche ne change. La vôtre ; partagée, celle que vous avez faite comme éditeur, ou n’importe laquelle comme admin.',
    errors: { types: MUTATION_ERRORS, union: { name: 'DeleteVueResult', description: 'C’est fait, ou une erreur.' } },
    args: { input: t.arg({ type: DeleteVueInput, required: true, description: 'La vue.' }) },
    resolve: (_root, { input: { vueId } }, context) =>
      inTransaction(context, (useCase) => deleteVue(useCase, uuidOf('Vue', vueId))),
  }),
)
