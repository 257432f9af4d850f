import { inTransaction } from '../../bus/in-transaction.ts'
import type { Laisse, Reprise } from '../../domain/fusion/laisse.ts'
import { type Fusion, mergeFiches } from '../../domain/fusion/merge-fiches.ts'
import { builder } from '../builder.ts'
import { SuppressionType } from '../corbeille/corbeille.ts'
import { changedFiche, resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'

/** Two long fiches with their texts. */
const MERGE_TIMEOUT_MS = 20_000

const MergeFichesInput = builder.inputType('MergeFichesInput', {
  description: 'Deux fiches à fusionner.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'Celle qui va dans l’autre, puis à la corbeille.' }),
    intoId: t.id({ required: true, description: 'Celle que l’on garde.' }),
    essai: t.boolean({
      required: true,
      description: 'Vrai : répond ce que la fusion ferait, sans rien changer.',
    }),
  }),
})

const FusionReprise = builder.objectRef<Reprise>('FusionReprise').implement({
  description: 'Ce que la fiche gardée prend dans un champ.',
  fields: (t) => ({
    champ: t.exposeString('champ', { description: 'Nom du champ d’une fiche. Exemple : notesSuivi.' }),
    nombre: t.exposeInt('nombre', { description: 'Combien d’éléments. Exemple : 3.' }),
  }),
})

const FusionLaisse = builder.objectRef<Laisse>('FusionLaisse').implement({
  description:
    'Ce que la fiche gardée ne prend pas, car elle a autre chose là : la fiche fusionnée le garde, à la corbeille.',
  fields: (t) => ({
    champ: t.exposeString('champ', { description: 'Nom du champ d’une fiche. Exemple : statut.' }),
    precision: t.exposeString('precision', {
      nullable: true,
      description: 'Lequel, s’il y en a plusieurs : nom d’un champ propre, titre d’une fiche liée ; null sinon.',
    }),
    gardee: t.exposeString('gardee', { description: 'Ce que dit la fiche gardée, en texte, comme dans le journal.' }),
    absorbee: t.exposeString('absorbee', { description: 'Ce que dit l’autre.' }),
  }),
})

const MergeFichesSuccess = changedFiche<Fusion>(
  'MergeFichesSuccess',
  'Les fiches sont fusionnées, ou le seraient si c’est un essai.',
)

builder.objectFields(MergeFichesSuccess, (t) => ({
  suppression: t.prismaField({
    type: SuppressionType,
    nullable: true,
    description: 'La ligne de la corbeille, à donner à restore pour défaire la fusion ; null si c’est un essai.',
    resolve: (query, { suppressionId }, _args, { prisma }) =>
      suppressionId === null ? null : prisma.suppression.findUnique({ ...query, where: { id: suppressionId } }),
  }),
  publie: t.exposeBoolean('publie', {
    description:
      'Vrai si la fusion montre à tous ce que seuls les membres lisaient : une seule des deux était publique.',
  }),
  reprises: t.field({
    type: [FusionReprise],
    description: 'Ce que la fiche gardée prend, champ par champ.',
    resolve: ({ reprises }) => reprises,
  }),
  laisses: t.field({
    type: [FusionLaisse],
    description: 'Ce qu’elle ne prend pas.',
    resolve: ({ laisses }) => laisses,
  }),
}))

builder.mutationField('mergeFiches', (t) =>
  t.field({
    type: MergeFichesSuccess,
    description:
      'Fusionne une fiche dans une autre de la même collectivité, en un seul acte que restore défait : ses textes s’ajoutent aux autres, ses listes s’y réunissent, ses champs et ses lignes de budget comblent ce qui manque, ses notes, lignes, liens et emplacements y sont copiés, ses sous-actions et ses discussions la suivent. Elle va à la corbeille telle qu’elle est, et ficheFusionnee dit où elle est allée. Demande de pouvoir supprimer l’une et modifier l’autre. Codes : FUSION_SELF, FUSION_OTHER_COLLECTIVITE, FUSION_SOUS_ACTION, FUSION_READERS, FUSION_TOO_LARGE, FUSION_TOO_MANY, FUSION_PLACE_FORBIDDEN.',
    errors: resultUnion('MergeFichesResult'),
    args: { input: t.arg({ type: MergeFichesInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId, intoId, essai } }, context) =>
      inTransaction(
        context,
        (useCase) =>
          mergeFiches(useCase, { ficheId: uuidOf('Fiche', ficheId), intoId: uuidOf('Fiche', intoId), essai }),
        { timeoutMs: MERGE_TIMEOUT_MS },
      ),
  }),
)
