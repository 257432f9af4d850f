import { deltaToMarkdown, plainToDelta } from '@pupitre/document'
import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { restore } from '../corbeille/restore.ts'
import { addFicheCible, removeFicheCible } from '../fiche/sets/fiche-choices.ts'
import { addFichePersonne } from '../fiche/sets/fiche-personnes.ts'
import { updateFiche } from '../fiche/update-fiche.ts'
import { linkFiches } from '../lien/link-fiches.ts'
import { createNote } from '../note/create-note.ts'
import { updateNote } from '../note/change-note.ts'
import { noteField } from '../note/note-rules.ts'
import { createSousAction } from '../sous-action/create-sous-action.ts'
import type { UseCase } from '../use-case.ts'
import type { Viewer } from '../viewer.ts'
import { mergedInto } from './merged-into.ts'
import { mergeFiches } from './merge-fiches.ts'

type Act = <Result>(viewer: Viewer | null, run: (useCase: UseCase) => Promise<Result>) => Promise<Result>

const it = domainTest.extend('pair', { scope: 'file' }, ({ make }) => async () => {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const other = await make.plan({ collectivite })
  const kept = await make.fiche({ plan, titre: 'Pistes cyclables', description: 'Garder' })
  const absorbed = await make.fiche({ plan: other, titre: 'Voies vertes', description: 'Ajouter' })
  const { viewer } = await make.membre({ collectivite })
  const { viewer: colleague } = await make.membre({ collectivite })
  return { collectivite, plan, other, kept, absorbed, viewer, colleague }
})

function textsOf(act: Act, viewer: Viewer, ficheId: string): Promise<Record<string, string>> {
  return act(viewer, async ({ liveText }) => {
    const [text] = await liveText.read([{ kind: 'fiche', uuid: ficheId }])
    return Object.fromEntries(
      Object.entries(text?.fields ?? {}).map(([field, delta]) => [field, deltaToMarkdown(delta)]),
    )
  })
}

function rewrite(act: Act, viewer: Viewer, { ficheId, field, text }: { ficheId: string; field: string; text: string }) {
  return act(viewer, ({ liveText }) =>
    liveText.rewrite({
      document: { kind: 'fiche', uuid: ficheId },
      field,
      content: plainToDelta(text),
      actor: { userId: viewer.userId },
    }),
  )
}

const into = ({ kept, absorbed }: { kept: { id: string }; absorbed: { id: string } }) => ({
  ficheId: absorbed.id,
  intoId: kept.id,
  essai: false,
})

async function budget(prisma: PrismaClient, ficheId: string, montants: Record<number, number>) {
  await prisma.ligneBudget.createMany({
    data: Object.entries(montants).map(([annee, montant]) => ({
      ficheId,
      type: 'INVESTISSEMENT' as const,
      unite: 'EUROS_HT' as const,
      nature: 'REEL' as const,
      annee: Number(annee),
      montant,
    })),
  })
}

/** What a fiche has in the tables that a merge writes. */
async function rowsOf(prisma: PrismaClient, ficheId: string) {
  const where = { ficheId }
  const fiche = await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })
  return {
    statut: fiche.statut,
    priorite: fiche.priorite,
    calendrier: fiche.calendrier,
    cibles: (await prisma.ficheCible.findMany({ where })).map(({ cible }) => cible).toSorted(),
    pilotes: await prisma.fichePilote.count({ where }),
    budgets: (await prisma.ligneBudget.findMany({ where, orderBy: { annee: 'asc' } })).map(
      ({ annee, montant }) => `${annee} ${montant.toString()}`,
    ),
    mesures: await prisma.mesureLiee.count({ where }),
    financeurs: await prisma.ligneFinanceur.count({ where }),
    notes: await prisma.noteSuivi.count({ where: { ...where, suppressionId: null } }),
    indicateurs: await prisma.ficheIndicateur.count({ where }),
    liens: await prisma.lien.count({ where: { OR: [{ ficheId }, { autreId: ficheId }] } }),
    placements: await prisma.placement.count({ where }),
    sousActions: (await prisma.fiche.findMany({ where: { parentId: ficheId } })).map(({ titre }) => titre),
    valeursPropres: await prisma.champPropreValeur.count({ where }),
  }
}

/** Everything that a merge takes, on the absorbed one; and what clashes, on both. */
async function fill({ act, make, prisma }: { act: Act; make: Factories; prisma: PrismaClient }, pair: Pair) {
  const { kept, absorbed, viewer, collectivite, other } = pair
  await act(viewer, (useCase) => updateFiche(useCase, { ficheId: kept.id, statut: 'EN_COURS' }))
  await act(viewer, (useCase) =>
    updateFiche(useCase, { ficheId: absorbed.id, statut: 'BLOQUE', priorite: 'ELEVE', calendrier: 'Au printemps' }),
  )
  for (const [id, cible] of [
    [kept.id, 'AGENTS'],
    [absorbed.id, 'AGENTS'],
    [absorbed.id, 'ASSOCIATIONS'],
  ] as const) {
    await act(viewer, (useCase) => addFicheCible(useCase, { ficheId: id, cible }))
  }
  await act(viewer, (useCase) => addFichePersonne(useCase, 'pilotes', { ficheId: absorbed.id, nom: 'Zoé' }))
  await budget(prisma, kept.id, { 2026: 100 })
  await budget(prisma, absorbed.id, { 2026: 250, 2027: 300 })
  await prisma.mesureLiee.createMany({
    data: [
      { ficheId: kept.id, code: 'cae 1', titre: 'Une' },
      { ficheId: absorbed.id, code: 'cae 1', titre: 'Une' },
      { ficheId: absorbed.id, code: 'cae 2', titre: 'Deux' },
    ],
  })
  const label = await prisma.label.create({
    data: { collectiviteId: collectivite.id, genre: 'FINANCEUR', nom: 'ADEME', nomNormalise: 'ademe' },
  })
  const ligne = await prisma.ligneFinanceur.create({
    data: { ficheId: absorbed.id, collectiviteId: collectivite.id, montantHt: 1000 },
  })
  await prisma.ligneFinanceurLabel.create({
    data: { ligneId: ligne.id, labelId: label.id, collectiviteId: collectivite.id },
  })
  const note = await act(viewer, (useCase) => createNote(useCase, { ficheId: absorbed.id, date: '2026-03-01' }))
  await rewrite(act, viewer, { ficheId: absorbed.id, field: noteField(note.id), text: 'Réunion de mars' })
  const indicateur = await make.indicateur({ collectivite })
  await prisma.ficheIndicateur.create({
    data: { ficheId: absorbed.id, indicateurId: indicateur.id, collectiviteId: collectivite.id },
  })
  const third = await make.fiche({ plan: other, titre: 'Troisième' })
  await act(viewer, (useCase) => linkFiches(useCase, { ficheId: absorbed.id, autreId: third.id, type: 'DEPEND_DE' }))
  await act(viewer, (useCase) => linkFiches(useCase, { ficheId: absorbed.id, autreId: kept.id, type: 'DOUBLON' }))
  await act(viewer, (useCase) =>
    createSousAction(useCase, { parentId: absorbed.id, fiche: { titre: 'Jalonner', axeId: null } }),
  )
  const champ = await prisma.champPropre.create({
    data: { planId: other.id, nom: 'Lot', type: 'TEXTE', position: 'a0' },
  })
  await prisma.champPropreValeur.create({
    data: { ficheId: absorbed.id, champId: champ.id, type: 'TEXTE', texte: 'B' },
  })
  return { third, note, ligne }
}

interface Pair {
  collectivite: Awaited<ReturnType<Factories['collectivite']>>
  plan: Awaited<ReturnType<Factories['plan']>>
  other: Awaited<ReturnType<Factories['plan']>>
  kept: { id: string }
  absorbed: { id: string }
  viewer: Viewer
  colleague: Viewer
}

const MERGED = {
  statut: 'EN_COURS',
  priorite: 'ELEVE',
  calendrier: 'Au printemps',
  cibles: ['AGENTS', 'ASSOCIATIONS'],
  pilotes: 1,
  budgets: ['2026 100', '2027 300'],
  mesures: 2,
  financeurs: 1,
  notes: 1,
  indicateurs: 1,
  liens: 2,
  placements: 2,
  sousActions: ['Jalonner'],
  valeursPropres: 1,
}

describe('mergeFiches', () => {
  it('gives the kept fiche all that it lacks, says what it does not take, and gives it all back', async ({
    act,
    make,
    pair,
    prisma,
  }) => {
    const two = await pair()
    const { kept, absorbed, viewer } = two
    await fill({ act, make, prisma }, two)
    const before = await rowsOf(prisma, kept.id)
    const absorbedBefore = await rowsOf(prisma, absorbed.id)
    const textsBefore = await textsOf(act, viewer, kept.id)
    const tried = await act(viewer, (useCase) => mergeFiches(useCase, { ...into(two), essai: true }))
    expect(await rowsOf(prisma, kept.id)).toEqual(before)

    const fusion = await act(viewer, (useCase) => mergeFiches(useCase, into(two)))
    expect(fusion).toEqual({ ...tried, suppressionId: expect.any(String) })
    expect(fusion.laisses).toEqual([
      { champ: 'titre', precision: null, gardee: 'Pistes cyclables', absorbee: 'Voies vertes' },
      { champ: 'statut', precision: null, gardee: 'EN_COURS', absorbee: 'BLOQUE' },
      {
        champ: 'budgets',
        precision: null,
        gardee: expect.stringContaining('100'),
        absorbee: expect.stringContaining('250'),
      },
    ])
    expect(Object.fromEntries(fusion.reprises.map(({ champ, nombre }) => [champ, nombre]))).toEqual({
      description: 1,
      priorite: 1,
      calendrier: 1,
      cibles: 1,
      pilotes: 1,
      budgets: 1,
      mesuresLiees: 1,
      financeurs: 1,
      notesSuivi: 1,
      champsPropres: 1,
      indicateurs: 1,
      liens: 1,
      placements: 1,
      sousActions: 1,
    })
    expect(await rowsOf(prisma, kept.id)).toEqual(MERGED)
    const texts = await textsOf(act, viewer, kept.id)
    expect(texts['description']).toMatch(/^Garder\n\n### Issu de la fiche «\u00A0Voies vertes\u00A0»\n\nAjouter\n?$/)
    expect(texts['titre']).toContain('Pistes cyclables')
    const [note] = await prisma.noteSuivi.findMany({ where: { ficheId: kept.id } })
    expect(texts[noteField(note?.id ?? '')]).toContain('Réunion de mars')
    expect(await mergedInto(prisma, absorbed.id)).toBe(kept.id)

    const { suppressionId } = fusion
    const [restored] = await act(viewer, (useCase) => restore(useCase, { suppressionIds: [suppressionId ?? ''] }))
    expect(restored).toMatchObject({ place: 'MEME_PLACE', laisses: [] })
    expect(await rowsOf(prisma, kept.id)).toEqual(before)
    expect(await rowsOf(prisma, absorbed.id)).toEqual(absorbedBefore)
    const textsAfter = await textsOf(act, viewer, kept.id)
    for (const [field, text] of Object.entries(textsBefore)) expect(textsAfter[field], field).toBe(text)
    expect(await mergedInto(prisma, absorbed.id)).toBeNull()
    const again = await act(viewer, (useCase) => mergeFiches(useCase, into(two)))
    expect(again.reprises).toEqual(fusion.reprises)
  })

  it('leaves what colleagues changed since, and says so', async ({ act, make, pair, prisma }) => {
    const two = await pair()
    const { kept, viewer, colleague } = two
    await fill({ act, make, prisma }, two)
    const { suppressionId } = await act(viewer, (useCase) => mergeFiches(useCase, into(two)))
    const [note] = await prisma.noteSuivi.findMany({ where: { ficheId: kept.id } })
    const ligne = await prisma.ligneFinanceur.findFirstOrThrow({ where: { ficheId: kept.id } })
    await act(colleague, (useCase) => updateFiche(useCase, { ficheId: kept.id, priorite: 'BAS' }))
    await act(colleague, (useCase) => removeFicheCible(useCase, { ficheId: kept.id, cible: 'ASSOCIATIONS' }))
    await act(colleague, (useCase) => addFicheCible(useCase, { ficheId: kept.id, cible: 'ASSOCIATIONS' }))
    await act(colleague, (useCase) => updateNote(useCase, { noteId: note?.id ?? '', date: '2026-04-01' }))
    await act(colleague, ({ tx }) => tx.ligneFinanceurLabel.deleteMany({ where: { ligneId: ligne.id } }))
    const texts = await textsOf(act, viewer, kept.id)
    const changed = (texts['description'] ?? '')
      .replaceAll('### ', '')
      .replaceAll('\n\n', '\n')
      .replace('Ajouter', 'Ajouter ceci')
    await rewrite(act, colleague, { ficheId: kept.id, field: 'description', text: changed.trim() })

    const [restored] = await act(viewer, (useCase) => restore(useCase, { suppressionIds: [suppressionId ?? ''] }))
    expect(restored?.laisses.toSorted()).toEqual(['cibles', 'description', 'financeurs', 'notesSuivi', 'priorite'])
    expect(await rowsOf(prisma, kept.id)).toMatchObject({
      priorite: 'BAS',
      cibles: ['AGENTS', 'ASSOCIATIONS'],
      calendrier: null,
      financeurs: 1,
      notes: 1,
      budgets: ['2026 100'],
      liens: 1,
      placements: 1,
      sousActions: [],
    })
    const after = await textsOf(act, viewer, kept.id)
    expect(after['description']).toContain('Ajouter ceci')
    expect(after[noteField(note?.id ?? '')]).toContain('Réunion de mars')
  })

  it('adds no text that is empty or the same, and puts no heading where there was nothing', async ({ act, pair }) => {
    const two = await pair()
    const { kept, absorbed, viewer } = two
    await rewrite(act, viewer, { ficheId: kept.id, field: 'objectifs', text: 'Les mêmes' })
    await rewrite(act, viewer, { ficheId: absorbed.id, field: 'objectifs', text: 'Les mêmes' })
    await rewrite(act, viewer, { ficheId: absorbed.id, field: 'moyens', text: 'Deux agents' })
    const { reprises } = await act(viewer, (useCase) => mergeFiches(useCase, into(two)))
    expect(reprises.map(({ champ }) => champ)).toEqual(['description', 'moyens', 'placements'])
    const texts = await textsOf(act, viewer, kept.id)
    expect([texts['objectifs']?.trim(), texts['moyens']?.trim()]).toEqual(['Les mêmes', 'Deux agents'])
  })
})
