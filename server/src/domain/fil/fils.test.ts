import type { Role } from '@pupitre/prisma'
import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import type { UseCase } from '../use-case.ts'
import type { Viewer } from '../viewer.ts'
import { deleteCommentaire, updateCommentaire } from './change-commentaire.ts'
import { reopenFil, reply, resolveFil } from './change-fil.ts'
import { MAX_COMMENTAIRE_CHARACTERS, MAX_COMMENTAIRES, MAX_FILS } from './fil-rules.ts'
import { openFil } from './open-fil.ts'
import { addReaction, removeReaction } from './react.ts'
import { markFil } from './read-fil.ts'

type Act = <Result>(viewer: Viewer, run: (useCase: UseCase) => Promise<Result>) => Promise<Result>

async function scene({ make, act }: { make: Factories; act: Act }) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite, nom: 'PCAET' })
  const axe = await make.axe({ plan, nom: 'Mobilités' })
  const fiche = await make.fiche({ axe, titre: 'Haies' })
  const as = async (role: Role) => {
    const { viewer, user } = await make.membre({ collectivite, role })
    const say = <Result>(run: (useCase: UseCase) => Promise<Result>) => act(viewer, run)
    const open = (texteMarkdown = 'À revoir') =>
      say((useCase) => openFil(useCase, { sujet: { ficheId: fiche.id, champ: null }, texteMarkdown }))
    const answer = (filId: string, texteMarkdown = 'Oui') => say((useCase) => reply(useCase, { filId, texteMarkdown }))
    return { viewer, userId: user.id, say, open, answer }
  }
  return { collectivite, plan, axe, fiche, as }
}

it('is opened by whoever may comment, a lecteur too, about a plan, an axe, a fiche or a field', async ({
  make,
  act,
  prisma,
}) => {
  const { plan, axe, fiche, as } = await scene({ make, act })
  const lecteur = await as('LECTEUR')
  const about = async (sujet: Parameters<typeof openFil>[1]['sujet']) => {
    const { filId } = await lecteur.say((useCase) => openFil(useCase, { sujet, texteMarkdown: ' Bonjour ' }))
    return prisma.fil.findUniqueOrThrow({
      where: { id: filId },
      select: { planId: true, axeId: true, ficheId: true, champ: true, commentaires: { select: { markdown: true } } },
    })
  }
  const nothing = { planId: null, axeId: null, ficheId: null, champ: null, commentaires: [{ markdown: 'Bonjour' }] }
  expect(await about({ planId: plan.id, passage: null })).toEqual({ ...nothing, planId: plan.id })
  expect(await about({ axeId: axe.id })).toEqual({ ...nothing, planId: plan.id, axeId: axe.id })
  expect(await about({ ficheId: fiche.id, champ: null })).toEqual({ ...nothing, ficheId: fiche.id })
  expect(await about({ ficheId: fiche.id, champ: 'BUDGETS' })).toEqual({
    ...nothing,
    ficheId: fiche.id,
    champ: 'BUDGETS',
  })
})

it('is refused where the plan lets a role only read, and absent to others', async ({ make, act, prisma }) => {
  const { plan, as } = await scene({ make, act })
  const [lecteur, editeur, admin] = [await as('LECTEUR'), await as('EDITEUR'), await as('ADMIN')]
  const { filId } = await lecteur.open()
  await prisma.plan.update({ where: { id: plan.id }, data: { ouverture: 'LIRE' } })
  await expect(lecteur.open()).rejects.toMatchObject({ code: 'COMMENT_FICHE_FORBIDDEN' })
  await expect(editeur.answer(filId)).rejects.toMatchObject({ code: 'COMMENT_FICHE_FORBIDDEN' })
  await admin.answer(filId)
  const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
  await expect(act(stranger, (useCase) => resolveFil(useCase, filId))).rejects.toMatchObject({ code: 'FIL_NOT_FOUND' })
  await expect(act(stranger, (useCase) => markFil(useCase, { filId, lu: true }))).rejects.toMatchObject({
    code: 'FIL_NOT_FOUND',
  })
})

it('is resolved and opened again, once, and by an answer', async ({ make, act, prisma }) => {
  const { as } = await scene({ make, act })
  const [one, other] = [await as('CONTRIBUTEUR'), await as('LECTEUR')]
  const { filId } = await one.open()
  const state = async () => {
    const { resoluAt, resoluParId } = await prisma.fil.findUniqueOrThrow({ where: { id: filId } })
    return resoluAt && resoluParId
  }
  await other.say((useCase) => resolveFil(useCase, filId))
  await one.say((useCase) => resolveFil(useCase, filId))
  expect(await state()).toBe(other.userId)
  await one.say((useCase) => reopenFil(useCase, filId))
  expect(await state()).toBeNull()
  await one.say((useCase) => resolveFil(useCase, filId))
  await other.answer(filId)
  expect(await state()).toBeNull()
})

it('keeps the words of each to their author, the admins apart, and goes with its last word', async ({
  make,
  act,
  prisma,
}) => {
  const { as } = await scene({ make, act })
  const [author, colleague, admin] = [await as('LECTEUR'), await as('EDITEUR'), await as('ADMIN')]
  const { filId } = await author.open()
  const { commentaireId } = await author.answer(filId, 'Deux')
  const change = (texteMarkdown: string) => (useCase: UseCase) =>
    updateCommentaire(useCase, { commentaireId, texteMarkdown })
  await expect(colleague.say(change('Autre'))).rejects.toMatchObject({ code: 'NOT_ONES_COMMENT' })
  await expect(admin.say(change('Autre'))).rejects.toMatchObject({ code: 'NOT_ONES_COMMENT' })
  await author.say(change('Deux, pardon'))
  expect(await prisma.commentaire.findUnique({ where: { id: commentaireId } })).toMatchObject({
    markdown: 'Deux, pardon',
    modifieAt: expect.any(Date),
  })
  const remove = (id: string) => (useCase: UseCase) => deleteCommentaire(useCase, id)
  await expect(colleague.say(remove(commentaireId))).rejects.toMatchObject({ code: 'NOT_ONES_COMMENT' })
  await author.say(remove(commentaireId))
  expect(await prisma.commentaire.findUnique({ where: { id: commentaireId } })).toMatchObject({ markdown: '' })
  await expect(author.say(change('Encore'))).rejects.toMatchObject({ code: 'COMMENTAIRE_NOT_FOUND' })
  const first = await prisma.commentaire.findFirstOrThrow({ where: { filId, supprimeAt: null } })
  await admin.say(remove(first.id))
  expect(await prisma.fil.count({ where: { id: filId } })).toBe(0)
})

it('takes reactions, each once', async ({ make, act, prisma }) => {
  const { as } = await scene({ make, act })
  const [one, other] = [await as('EDITEUR'), await as('LECTEUR')]
  const { filId } = await one.open()
  const { id: commentaireId } = await prisma.commentaire.findFirstOrThrow({ where: { filId } })
  const asked = { commentaireId, sens: 'ACCORD' } as const
  await other.say((useCase) => addReaction(useCase, asked))
  await other.say((useCase) => addReaction(useCase, asked))
  await one.say((useCase) => addReaction(useCase, asked))
  expect(await prisma.reaction.count({ where: { commentaireId } })).toBe(2)
  await other.say((useCase) => removeReaction(useCase, asked))
  await other.say((useCase) => removeReaction(useCase, asked))
  expect(await prisma.reaction.findMany({ where: { commentaireId } })).toMatchObject([{ userId: one.userId }])
})

it('is read by whoever writes in it, and marked for oneself alone', async ({ make, act, prisma }) => {
  const { as } = await scene({ make, act })
  const [one, other] = [await as('EDITEUR'), await as('LECTEUR')]
  const { filId } = await one.open()
  const readers = async () =>
    (await prisma.filLecture.findMany({ where: { filId }, orderBy: { luAt: 'asc' } })).map(({ userId }) => userId)
  expect(await readers()).toEqual([one.userId])
  await other.say((useCase) => markFil(useCase, { filId, lu: true }))
  expect(await readers()).toEqual([one.userId, other.userId])
  await one.say((useCase) => markFil(useCase, { filId, lu: false }))
  expect(await readers()).toEqual([other.userId])
})

it('holds so many, and so much, and no more', async ({ make, act, prisma }) => {
  const { collectivite, fiche, as } = await scene({ make, act })
  const { open, answer, userId } = await as('EDITEUR')
  await expect(open(' \n ')).rejects.toMatchObject({ issues: [{ code: 'COMMENTAIRE_EMPTY' }] })
  await expect(open('a'.repeat(MAX_COMMENTAIRE_CHARACTERS + 1))).rejects.toMatchObject({
    issues: [{ code: 'COMMENTAIRE_TOO_LONG' }],
  })
  const { filId } = await open('a'.repeat(MAX_COMMENTAIRE_CHARACTERS))
  const said = (count: number) => Array.from({ length: count }, () => ({ filId, auteurId: userId, markdown: 'x' }))
  await prisma.commentaire.createMany({ data: said(MAX_COMMENTAIRES - 2) })
  await answer(filId)
  await expect(answer(filId)).rejects.toMatchObject({ issues: [{ code: 'TOO_MANY_COMMENTAIRES' }] })
  await prisma.fil.createMany({
    data: Array.from({ length: MAX_FILS - 2 }, () => ({ collectiviteId: collectivite.id, ficheId: fiche.id })),
  })
  await open()
  await expect(open()).rejects.toMatchObject({ issues: [{ code: 'TOO_MANY_FILS' }] })
})
