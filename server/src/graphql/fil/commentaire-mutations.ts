import { inTransaction } from '../../bus/in-transaction.ts'
import { deleteCommentaire, updateCommentaire } from '../../domain/fil/change-commentaire.ts'
import { MAX_COMMENTAIRE_CHARACTERS } from '../../domain/fil/fil-rules.ts'
import { addReaction, removeReaction } from '../../domain/fil/react.ts'
import { builder } from '../builder.ts'
import { resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'
import { changedCommentaire } from './changed-fil.ts'
import { FilObject } from './fil.ts'
import { ReactionSensEnum } from './fil-enums.ts'
import { saidAnew } from './sans-acces.ts'

const UpdateCommentaireInput = builder.inputType('UpdateCommentaireInput', {
  description: 'Ce qui change d’un commentaire.',
  fields: (t) => ({
    commentaireId: t.id({ required: true, description: 'Le commentaire.' }),
    texteMarkdown: t.string({
      required: true,
      description: `Ce qu’il dit maintenant, en Markdown, ${MAX_COMMENTAIRE_CHARACTERS} caractères au plus.`,
    }),
  }),
})

builder.mutationField('updateCommentaire', (t) =>
  t.field({
    type: saidAnew('UpdateCommentaireSuccess', 'Le commentaire est modifié.'),
    description:
      'Modifie un commentaire que vous avez écrit. Codes : COMMENTAIRE_EMPTY, COMMENTAIRE_TOO_LONG, TOO_MANY_MENTIONS, NOT_ONES_COMMENT.',
    errors: resultUnion('UpdateCommentaireResult'),
    args: { input: t.arg({ type: UpdateCommentaireInput, required: true, description: 'Le commentaire.' }) },
    resolve: (_root, { input: { commentaireId, texteMarkdown } }, context) =>
      inTransaction(context, (useCase) =>
        updateCommentaire(useCase, { commentaireId: uuidOf('Commentaire', commentaireId), texteMarkdown }),
      ),
  }),
)

const DeleteCommentaireInput = builder.inputType('DeleteCommentaireInput', {
  description: 'Un commentaire à supprimer.',
  fields: (t) => ({ commentaireId: t.id({ required: true, description: 'Le commentaire.' }) }),
})

const DeleteCommentaireSuccess = builder.objectRef<{ id: string }>('DeleteCommentaireSuccess').implement({
  description: 'Le commentaire est supprimé.',
  fields: (t) => ({
    fil: t.prismaField({
      type: FilObject,
      nullable: true,
      description: 'La discussion ; null s’il n’y restait rien d’autre, elle n’est plus.',
      resolve: (query, { id }, _args, { prisma }) => prisma.fil.findUnique({ ...query, where: { id } }),
    }),
  }),
})

builder.mutationField('deleteCommentaire', (t) =>
  t.field({
    type: DeleteCommentaireSuccess,
    description:
      'Retire les mots d’un commentaire que vous avez écrit, ou de tout commentaire pour un admin ; une discussion où rien ne reste est supprimée. Code : NOT_ONES_COMMENT.',
    errors: resultUnion('DeleteCommentaireResult'),
    args: { input: t.arg({ type: DeleteCommentaireInput, required: true, description: 'Le commentaire.' }) },
    resolve: (_root, { input: { commentaireId } }, context) =>
      inTransaction(context, (useCase) => deleteCommentaire(useCase, uuidOf('Commentaire', commentaireId))),
  }),
)

const ReactionInput = builder.inputType('ReactionInput', {
  description: 'Une réaction à un commentaire.',
  fields: (t) => ({
    commentaireId: t.id({ required: true, description: 'Le commentaire.' }),
    sens: t.field({ type: ReactionSensEnum, required: true, description: 'Ce qu’elle dit.' }),
  }),
})

builder.mutationField('addReaction', (t) =>
  t.field({
    type: changedCommentaire('AddReactionSuccess', 'La réaction est mise.'),
    description: 'Réagit à un commentaire.',
    errors: resultUnion('AddReactionResult'),
    args: { input: t.arg({ type: ReactionInput, required: true, description: 'La réaction.' }) },
    resolve: (_root, { input: { commentaireId, sens } }, context) =>
      inTransaction(context, (useCase) =>
        addReaction(useCase, { commentaireId: uuidOf('Commentaire', commentaireId), sens }),
      ),
  }),
)

builder.mutationField('removeReaction', (t) =>
  t.field({
    type: changedCommentaire('RemoveReactionSuccess', 'La réaction est retirée.'),
    description: 'Retire sa réaction à un commentaire.',
    errors: resultUnion('RemoveReactionResult'),
    args: { input: t.arg({ type: ReactionInput, required: true, description: 'La réaction.' }) },
    resolve: (_root, { input: { commentaireId, sens } }, context) =>
      inTransaction(context, (useCase) =>
        removeReaction(useCase, { commentaireId: uuidOf('Commentaire', commentaireId), sens }),
      ),
  }),
)
