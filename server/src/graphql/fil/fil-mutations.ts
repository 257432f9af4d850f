import { inTransaction } from '../../bus/in-transaction.ts'
import { attachFil } from '../../domain/fil/attach-fil.ts'
import { reopenFil, reply, resolveFil } from '../../domain/fil/change-fil.ts'
import { MAX_COMMENTAIRE_CHARACTERS, MAX_COMMENTAIRES, MAX_FILS } from '../../domain/fil/fil-rules.ts'
import { openFil } from '../../domain/fil/open-fil.ts'
import { markFil } from '../../domain/fil/read-fil.ts'
import { builder } from '../builder.ts'
import { resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'
import { changedFil } from './changed-fil.ts'
import { ChampDiscuteEnum } from './fil-enums.ts'
import { PassageInput } from './passage.ts'
import { saidInFil } from './sans-acces.ts'

const SAID = `Ce que vous dites, en Markdown, ${MAX_COMMENTAIRE_CHARACTERS} caractères au plus.`

const OpenFicheFilInput = builder.inputType('OpenFicheFilInput', {
  description: 'Une discussion à ouvrir au sujet d’une fiche.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    champ: t.field({
      type: ChampDiscuteEnum,
      description: 'Le champ dont elle parle ; null pour la fiche entière ou un passage.',
    }),
    passage: t.field({
      type: PassageInput,
      description: 'Le passage dont elle parle ; le champ est alors sans effet.',
    }),
    texteMarkdown: t.string({ required: true, description: SAID }),
  }),
})

builder.mutationField('openFicheFil', (t) =>
  t.field({
    type: saidInFil('OpenFicheFilSuccess', 'La discussion est ouverte.'),
    description: `Ouvre une discussion au sujet d’une fiche ou d’un de ses champs ; ${MAX_FILS} par fiche au plus. Demande de pouvoir la commenter. Codes : TOO_MANY_FILS, TOO_MANY_MENTIONS, COMMENTAIRE_EMPTY, COMMENTAIRE_TOO_LONG, PASSAGE_INVALID, PASSAGE_NOT_FOUND.`,
    errors: resultUnion('OpenFicheFilResult'),
    args: { input: t.arg({ type: OpenFicheFilInput, required: true, description: 'La discussion.' }) },
    resolve: (_root, { input: { ficheId: id, champ, passage, texteMarkdown } }, context) => {
      const ficheId = uuidOf('Fiche', id)
      const sujet = passage ? { ficheId, passage } : { ficheId, champ: champ ?? null }
      return inTransaction(context, (useCase) => openFil(useCase, { sujet, texteMarkdown }))
    },
  }),
)

const OpenPlanFilInput = builder.inputType('OpenPlanFilInput', {
  description: 'Une discussion à ouvrir au sujet d’un plan.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    passage: t.field({ type: PassageInput, description: 'Le passage de ses textes dont elle parle, s’il y en a un.' }),
    texteMarkdown: t.string({ required: true, description: SAID }),
  }),
})

builder.mutationField('openPlanFil', (t) =>
  t.field({
    type: saidInFil('OpenPlanFilSuccess', 'La discussion est ouverte.'),
    description: `Ouvre une discussion au sujet d’un plan ; ${MAX_FILS} par plan au plus, celles de ses axes comprises. Demande de pouvoir le commenter. Codes : TOO_MANY_FILS, TOO_MANY_MENTIONS, COMMENTAIRE_EMPTY, COMMENTAIRE_TOO_LONG, PASSAGE_INVALID, PASSAGE_NOT_FOUND.`,
    errors: resultUnion('OpenPlanFilResult'),
    args: { input: t.arg({ type: OpenPlanFilInput, required: true, description: 'La discussion.' }) },
    resolve: (_root, { input: { planId, passage, texteMarkdown } }, context) =>
      inTransaction(context, (useCase) =>
        openFil(useCase, { sujet: { planId: uuidOf('Plan', planId), passage: passage ?? null }, texteMarkdown }),
      ),
  }),
)

const OpenAxeFilInput = builder.inputType('OpenAxeFilInput', {
  description: 'Une discussion à ouvrir au sujet d’un axe.',
  fields: (t) => ({
    axeId: t.id({ required: true, description: 'L’axe.' }),
    texteMarkdown: t.string({ required: true, description: SAID }),
  }),
})

builder.mutationField('openAxeFil', (t) =>
  t.field({
    type: saidInFil('OpenAxeFilSuccess', 'La discussion est ouverte.'),
    description: `Ouvre une discussion au sujet d’un axe. Demande de pouvoir commenter son plan. Codes : TOO_MANY_FILS, TOO_MANY_MENTIONS, COMMENTAIRE_EMPTY, COMMENTAIRE_TOO_LONG.`,
    errors: resultUnion('OpenAxeFilResult'),
    args: { input: t.arg({ type: OpenAxeFilInput, required: true, description: 'La discussion.' }) },
    resolve: (_root, { input: { axeId, texteMarkdown } }, context) =>
      inTransaction(context, (useCase) => openFil(useCase, { sujet: { axeId: uuidOf('Axe', axeId) }, texteMarkdown })),
  }),
)

const ReplyToFilInput = builder.inputType('ReplyToFilInput', {
  description: 'Une réponse dans une discussion.',
  fields: (t) => ({
    filId: t.id({ required: true, description: 'La discussion.' }),
    texteMarkdown: t.string({ required: true, description: SAID }),
  }),
})

builder.mutationField('replyToFil', (t) =>
  t.field({
    type: saidInFil('ReplyToFilSuccess', 'La réponse est écrite.'),
    description: `Répond dans une discussion, qui est rouverte si elle était résolue ; ${MAX_COMMENTAIRES} commentaires au plus. Codes : TOO_MANY_COMMENTAIRES, TOO_MANY_MENTIONS, COMMENTAIRE_EMPTY, COMMENTAIRE_TOO_LONG.`,
    errors: resultUnion('ReplyToFilResult'),
    args: { input: t.arg({ type: ReplyToFilInput, required: true, description: 'La réponse.' }) },
    resolve: (_root, { input: { filId, texteMarkdown } }, context) =>
      inTransaction(context, (useCase) => reply(useCase, { filId: uuidOf('Fil', filId), texteMarkdown })),
  }),
)

const ResolveFilInput = builder.inputType('ResolveFilInput', {
  description: 'Une discussion à résoudre, ou à rouvrir.',
  fields: (t) => ({
    filId: t.id({ required: true, description: 'La discussion.' }),
    resolu: t.boolean({ required: true, description: 'Vrai pour la résoudre, faux pour la rouvrir.' }),
  }),
})

builder.mutationField('resolveFil', (t) =>
  t.field({
    type: changedFil('ResolveFilSuccess', 'La discussion est résolue, ou rouverte.'),
    description: 'Dit qu’une discussion est résolue, ou la rouvre.',
    errors: resultUnion('ResolveFilResult'),
    args: { input: t.arg({ type: ResolveFilInput, required: true, description: 'La discussion.' }) },
    resolve: (_root, { input: { filId: id, resolu } }, context) => {
      const filId = uuidOf('Fil', id)
      return inTransaction(context, (useCase) => (resolu ? resolveFil(useCase, filId) : reopenFil(useCase, filId)))
    },
  }),
)

const AttachFilInput = builder.inputType('AttachFilInput', {
  description: 'Une discussion à mettre sur un passage.',
  fields: (t) => ({
    filId: t.id({ required: true, description: 'La discussion.' }),
    passage: t.field({
      type: PassageInput,
      required: true,
      description: 'Le passage, de la même fiche ou du même plan.',
    }),
  }),
})

builder.mutationField('attachFil', (t) =>
  t.field({
    type: changedFil('AttachFilSuccess', 'La discussion est sur ce passage.'),
    description:
      'Met une discussion sur un autre passage, quand ses mots ne sont plus ou sont ailleurs. Codes : PASSAGE_INVALID, PASSAGE_NOT_FOUND.',
    errors: resultUnion('AttachFilResult'),
    args: { input: t.arg({ type: AttachFilInput, required: true, description: 'La discussion.' }) },
    resolve: (_root, { input: { filId, passage } }, context) =>
      inTransaction(context, (useCase) => attachFil(useCase, { filId: uuidOf('Fil', filId), passage })),
  }),
)

const MarkFilInput = builder.inputType('MarkFilInput', {
  description: 'Une discussion lue, ou à relire.',
  fields: (t) => ({
    filId: t.id({ required: true, description: 'La discussion.' }),
    lu: t.boolean({ required: true, description: 'Vrai pour lue jusqu’ici, faux pour non lue.' }),
  }),
})

builder.mutationField('markFil', (t) =>
  t.field({
    type: changedFil('MarkFilSuccess', 'C’est retenu, pour vous seul.'),
    description: 'Retient qu’une discussion est lue jusqu’ici, ou non lue ; pour vous seul.',
    errors: resultUnion('MarkFilResult'),
    args: { input: t.arg({ type: MarkFilInput, required: true, description: 'La discussion.' }) },
    resolve: (_root, { input: { filId, lu } }, context) =>
      inTransaction(context, (useCase) => markFil(useCase, { filId: uuidOf('Fil', filId), lu })),
  }),
)
