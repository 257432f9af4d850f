import { inTransaction } from '../../bus/in-transaction.ts'
import { createVue } from '../../domain/vue/create-vue.ts'
import { MAX_PARAMETRES_CHARACTERS, MAX_VUE_NOM_CHARACTERS, MAX_VUES } from '../../domain/vue/vue-rules.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { VueType } from './vue.ts'

const CreateVueInput = builder.inputType('CreateVueInput', {
  description: 'Une vue de la page des fiches à garder.',
  fields: (t) => ({
    collectiviteId: t.id({ required: true, description: 'La collectivité.' }),
    nom: t.string({ required: true, description: `Son nom, ${MAX_VUE_NOM_CHARACTERS} caractères au plus.` }),
    parametres: t.string({
      required: true,
      description: `Ce que l’adresse de la page dit après « ? », ${MAX_PARAMETRES_CHARACTERS} caractères au plus ; vide : toutes les fiches.`,
    }),
    partagee: t.boolean({
      defaultValue: false,
      description: 'Vrai pour la partager avec la collectivité, ce qui demande le rôle éditeur ou admin.',
    }),
  }),
})

const CreateVueSuccess = builder.objectRef<{ vueId: string; collectiviteId: string }>('CreateVueSuccess').implement({
  description: 'La vue est gardée.',
  fields: (t) => ({
    vue: t.prismaField({
      type: VueType,
      description: 'La vue.',
      resolve: (query, { vueId }, _args, { prisma }) =>
        prisma.vue.findUniqueOrThrow({ ...query, where: { id: vueId } }),
    }),
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'La collectivité, avec les vues que vous y voyez.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
  }),
})

builder.mutationField('createVue', (t) =>
  t.field({
    type: CreateVueSuccess,
    description: `Garde une vue de la page des fiches : la vôtre, ou partagée avec la collectivité ; ${MAX_VUES} au plus de chaque. Demande d’en être membre ; partagée, le rôle éditeur ou admin. Codes : VUE_EXISTS, TOO_MANY_VUES, PARAMETRES_INVALID, PARAMETRES_TOO_LONG.`,
    errors: { types: MUTATION_ERRORS, union: { name: 'CreateVueResult', description: 'La vue, ou une erreur.' } },
    args: { input: t.arg({ type: CreateVueInput, required: true, description: 'La vue.' }) },
    resolve: async (_root, { input }, context) => {
      const collectiviteId = uuidOf('Collectivite', input.collectiviteId)
      const { nom, parametres, partagee } = input
      const made = await inTransaction(context, (useCase) =>
        createVue(useCase, { collectiviteId, nom, parametres, partagee: partagee ?? false }),
      )
      return { ...made, collectiviteId }
    },
  }),
)
