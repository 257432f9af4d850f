import { inTransaction } from '../../bus/in-transaction.ts'
import { readableVues } from '../../domain/rights/readable.ts'
import { updateVue } from '../../domain/vue/change-vue.ts'
import { MAX_PARAMETRES_CHARACTERS, MAX_VUE_NOM_CHARACTERS } from '../../domain/vue/vue-rules.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { VueType } from './vue.ts'

const UpdateVueInput = builder.inputType('UpdateVueInput', {
  description: 'Ce qui change d’une vue ; le reste est inchangé.',
  fields: (t) => ({
    vueId: t.id({ required: true, description: 'La vue.' }),
    nom: t.string({ description: `Son nouveau nom, ${MAX_VUE_NOM_CHARACTERS} caractères au plus.` }),
    parametres: t.string({
      description: `Ce que l’adresse de la page dit maintenant après « ? », ${MAX_PARAMETRES_CHARACTERS} caractères au plus.`,
    }),
    partagee: t.boolean({
      description:
        'Vrai : la collectivité la partage, ce qui demande le rôle éditeur ou admin. Faux : elle redevient celle de son auteur, ou la vôtre s’il est parti.',
    }),
  }),
})

const UpdateVueSuccess = builder.objectRef<{ vueId: string; collectiviteId: string }>('UpdateVueSuccess').implement({
  description: 'La vue est comme demandé.',
  fields: (t) => ({
    vue: t.prismaField({
      type: VueType,
      nullable: true,
      description: 'La vue ; null si elle est redevenue celle de quelqu’un d’autre.',
      resolve: (query, { vueId }, _args, { prisma, viewer }) =>
        prisma.vue.findFirst({ ...query, where: { AND: [{ id: vueId }, readableVues(viewer)] } }),
    }),
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'La collectivité, avec les vues que vous y voyez.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
  }),
})

builder.mutationField('updateVue', (t) =>
  t.field({
    type: UpdateVueSuccess,
    description:
      'Renomme une vue de la page des fiches, change ce qu’elle montre, la partage ou non. La vôtre ; partagée, celle que vous avez faite comme éditeur, ou n’importe laquelle comme admin. Codes : VUE_EXISTS, TOO_MANY_VUES, PARAMETRES_INVALID, PARAMETRES_TOO_LONG.',
    errors: { types: MUTATION_ERRORS, union: { name: 'UpdateVueResult', description: 'La vue, ou une erreur.' } },
    args: { input: t.arg({ type: UpdateVueInput, required: true, description: 'Ce qui change.' }) },
    resolve: (_root, { input: { vueId, nom, parametres, partagee } }, context) =>
      inTransaction(context, (useCase) =>
        updateVue(useCase, {
          vueId: uuidOf('Vue', vueId),
          ...(nom != null && { nom }),
          ...(parametres != null && { parametres }),
          ...(partagee != null && { partagee }),
        }),
      ),
  }),
)
