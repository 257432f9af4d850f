import type { PrismaClient } from '@pupitre/prisma'
import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { passageOf } from '../../../test/passage-of.ts'
import type { Factories } from '../../../test/factories.ts'
import { restore } from '../corbeille/restore.ts'
import { reply } from '../fil/change-fil.ts'
import { openFil } from '../fil/open-fil.ts'
import type { UseCase } from '../use-case.ts'
import type { Viewer } from '../viewer.ts'
import { mergeFiches } from './merge-fiches.ts'

type Act = <Result>(viewer: Viewer, run: (useCase: UseCase) => Promise<Result>) => Promise<Result>

const LINE = 'Planter dix kilomètres de haies vives autour de Blois'

async function setUp({ act, make, prisma }: { act: Act; make: Factories; prisma: PrismaClient }) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const kept = await make.fiche({ plan, titre: 'Haies', description: 'Des arbres' })
  const absorbed = await make.fiche({ plan, titre: 'Bocage', description: LINE })
  const { viewer } = await make.membre({ collectivite })
  const say = <Result>(run: (useCase: UseCase) => Promise<Result>) => act(viewer, run)
  const open = async (sujet: Parameters<typeof openFil>[1]['sujet']) =>
    (await say((useCase) => openFil(useCase, { sujet, texteMarkdown: 'À revoir' }))).filId
  const openOn = async (ficheId: string, texte: string, words: string) =>
    open({ ficheId, passage: await passageOf(prisma, { ficheId, texte, words }) })
  const merge = () => say((useCase) => mergeFiches(useCase, { ficheId: absorbed.id, intoId: kept.id, essai: false }))
  const undo = (suppressionId: string | null) =>
    say((useCase) => restore(useCase, { suppressionIds: [suppressionId ?? ''] }))
  const fil = (id: string) => prisma.fil.findUniqueOrThrow({ where: { id }, include: { passage: true } })
  return { kept, absorbed, say, open, openOn, merge, undo, fil }
}

it('moves the discussions of the merged fiche, their passages to their words, and gives them back', async ({
  act,
  make,
  prisma,
}) => {
  const { kept, absorbed, say, open, openOn, merge, undo, fil } = await setUp({ act, make, prisma })
  const whole = await open({ ficheId: absorbed.id, champ: null })
  const ofField = await open({ ficheId: absorbed.id, champ: 'BUDGETS' })
  const ofWords = await openOn(absorbed.id, 'description', 'kilomètres de haies')
  const own = await openOn(kept.id, 'description', 'arbres')
  const before = [await fil(whole), await fil(ofField), await fil(ofWords)]
  const ownBefore = await fil(own)

  const { suppressionId, reprises } = await merge()
  expect(reprises).toContainEqual({ champ: 'fils', nombre: 3 })
  expect(await prisma.fil.count({ where: { ficheId: kept.id } })).toBe(4)
  expect(await fil(ofField)).toMatchObject({ ficheId: kept.id, champ: 'BUDGETS' })
  const there = await passageOf(prisma, { ficheId: kept.id, texte: 'description', words: 'kilomètres de haies' })
  const { passage } = await fil(ofWords)
  expect(passage).toMatchObject({ texte: 'description', perdu: false, citation: 'kilomètres de haies' })
  expect(Buffer.from(passage?.caracteres ?? []).toString('base64')).toBe(there.caracteres)
  expect(await fil(own)).toEqual(ownBefore)

  await say((useCase) => reply(useCase, { filId: whole, texteMarkdown: 'Depuis' }))
  const since = await open({ ficheId: kept.id, champ: null })
  await undo(suppressionId)
  const [wholeBefore, ...others] = before
  expect(await fil(whole)).toEqual({ ...wholeBefore, actifAt: expect.any(Date) })
  expect(await prisma.commentaire.count({ where: { filId: whole } })).toBe(2)
  expect([await fil(ofField), await fil(ofWords)]).toEqual(others)
  expect((await fil(since)).ficheId).toBe(kept.id)
  expect((await fil(own)).passage).toMatchObject({ perdu: false })
  expect(await prisma.filDeplace.count({ where: { fil: { ficheId: absorbed.id } } })).toBe(0)
})

it('keeps as lost a passage whose words the kept fiche does not take, and finds it again when undone', async ({
  act,
  make,
  prisma,
}) => {
  const { absorbed, openOn, merge, undo, fil } = await setUp({ act, make, prisma })
  const filId = await openOn(absorbed.id, 'titre', 'Boc')
  const { suppressionId } = await merge()
  expect((await fil(filId)).passage).toMatchObject({ perdu: true, citation: 'Boc' })
  await undo(suppressionId)
  expect((await fil(filId)).passage).toMatchObject({ perdu: false, texte: 'titre' })
})
