import { describe, expect } from 'vitest'
import { domainTest } from '../../../../test/domain-test.ts'
import { NotFoundError } from '../../errors.ts'
import { mergeLabels } from '../../label/merge-labels.ts'
import type { Viewer } from '../../viewer.ts'
import { addFicheCible, removeFicheCible } from '../sets/fiche-choices.ts'
import { addFicheSousThematique } from '../sets/fiche-thematiques.ts'
import { updateFiche } from '../update-fiche.ts'
import { undoActe } from './undo-acte.ts'
import { updateFiches } from './update-fiches.ts'
import type { FichesUpdate } from './update-fiches-rules.ts'

/** One which has more than one sous-thématique. */
const THEMATIQUE = 'activites-economiques'

const it = domainTest
  .extend('setUp', { scope: 'file' }, ({ make }) => async (count = 2) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const fiches: { id: string }[] = []
    while (fiches.length < count) fiches.push(await make.fiche({ plan }))
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const { viewer: colleague } = await make.membre({ collectivite, role: 'EDITEUR' })
    const [first = '', second = ''] = fiches.map(({ id }) => id)
    return { collectivite, plan, viewer, colleague, first, second, ficheIds: fiches.map(({ id }) => id) }
  })
  .extend('change', { scope: 'file' }, ({ act }) => async (viewer: Viewer, input: Partial<FichesUpdate>) => {
    const asked = { essai: false, ficheIds: [], valeurs: {}, ajouter: {}, retirer: {}, ...input }
    const { acte } = await act(viewer, (useCase) => updateFiches(useCase, asked), { origine: 'MASSE' })
    return acte ?? ''
  })
  .extend(
    'undo',
    { scope: 'file' },
    ({ act }) =>
      (viewer: Viewer, acte: string) =>
        act(viewer, (useCase) => undoActe(useCase, { acte }), { origine: 'MASSE' }),
  )
  .extend('read', { scope: 'file' }, ({ prisma }) => async (id: string) => {
    const { statut, dateDebut, dateFin, cibles, thematiques, sousThematiques } = await prisma.fiche.findUniqueOrThrow({
      where: { id },
      include: { cibles: true, thematiques: true, sousThematiques: true },
    })
    const day = (date: Date | null) => date?.toISOString().slice(0, 'AAAA-MM-JJ'.length) ?? null
    return {
      statut,
      dates: [day(dateDebut), day(dateFin)],
      cibles: cibles.map(({ cible }) => cible).toSorted(),
      thematiques: thematiques.map(({ thematiqueCode }) => thematiqueCode),
      sousThematiques: sousThematiques.map(({ sousThematiqueCode }) => sousThematiqueCode),
    }
  })

describe('undoing a change of many fiches', () => {
  it('gives back to each what it had, and is undone in turn', async ({ act, change, read, setUp, undo }) => {
    const { viewer, ficheIds, first, second } = await setUp()
    await act(viewer, (useCase) => updateFiche(useCase, { ficheId: first, statut: 'BLOQUE', dateFin: '2026-01-31' }))
    await act(viewer, (useCase) => addFicheCible(useCase, { ficheId: second, cible: 'AGENTS' }))
    const before = await Promise.all(ficheIds.map(read))
    const acte = await change(viewer, {
      ficheIds,
      valeurs: { statut: 'REALISE', dateFin: null },
      ajouter: { cibles: ['PARTENAIRES'] },
      retirer: { cibles: ['AGENTS'] },
    })
    const after = await Promise.all(ficheIds.map(read))
    const undone = await undo(viewer, acte)
    expect(undone).toMatchObject({ retablies: 2, laissees: [] })
    expect(await Promise.all(ficheIds.map(read))).toEqual(before)
    expect(await undo(viewer, undone.acte ?? '')).toMatchObject({ retablies: 2, laissees: [] })
    expect(await Promise.all(ficheIds.map(read))).toEqual(after)
    const titres = await undo(viewer, acte)
    expect(titres).toMatchObject({ acte: null, retablies: 0 })
    expect(titres.laissees.map(({ code }) => code)).toEqual(['CHANGED_SINCE', 'CHANGED_SINCE'])
  })

  it('leaves what a colleague changed since, field by field and member by member', async ({
    act,
    change,
    read,
    setUp,
    undo,
  }) => {
    const { viewer, colleague, ficheIds, first, second } = await setUp()
    const acte = await change(viewer, {
      ficheIds,
      valeurs: { statut: 'REALISE', dateFin: '2026-12-31' },
      ajouter: { cibles: ['PARTENAIRES', 'AGENTS'] },
    })
    await act(colleague, (useCase) => updateFiche(useCase, { ficheId: first, statut: 'BLOQUE' }))
    await act(colleague, (useCase) => addFicheCible(useCase, { ficheId: first, cible: 'ASSOCIATIONS' }))
    await act(colleague, (useCase) => removeFicheCible(useCase, { ficheId: second, cible: 'AGENTS' }))
    const { retablies, laissees } = await undo(viewer, acte)
    expect(retablies).toBe(2)
    expect(laissees.map(({ ficheId, code }) => [ficheId, code])).toEqual(
      expect.arrayContaining([
        [first, 'CHANGED_SINCE'],
        [second, 'CHANGED_SINCE'],
      ]),
    )
    expect(await read(first)).toMatchObject({ statut: 'BLOQUE', dates: [null, null], cibles: ['ASSOCIATIONS'] })
    expect(await read(second)).toMatchObject({ statut: null, dates: [null, null], cibles: [] })
  })

  it('leaves a value that a colleague gave again after another', async ({ act, change, read, setUp, undo }) => {
    const { viewer, colleague, first } = await setUp(1)
    const acte = await change(viewer, {
      ficheIds: [first],
      valeurs: { statut: 'REALISE' },
      ajouter: { cibles: ['AGENTS'] },
    })
    for (const statut of ['BLOQUE', 'REALISE'] as const) {
      await act(colleague, (useCase) => updateFiche(useCase, { ficheId: first, statut }))
    }
    for (const set of [removeFicheCible, addFicheCible]) {
      await act(colleague, (useCase) => set(useCase, { ficheId: first, cible: 'AGENTS' }))
    }
    expect(await undo(viewer, acte)).toMatchObject({ acte: null, retablies: 0, laissees: [{ ficheId: first }] })
    expect(await read(first)).toMatchObject({ statut: 'REALISE', cibles: ['AGENTS'] })
  })

  it('leaves dates that a colleague’s would contradict, and a thématique on which theirs stand', async ({
    act,
    change,
    prisma,
    read,
    setUp,
    undo,
  }) => {
    const { viewer, colleague, first } = await setUp(1)
    const [sous, autre] = await prisma.sousThematique.findMany({ where: { thematiqueCode: THEMATIQUE }, take: 2 })
    await act(viewer, (useCase) => updateFiche(useCase, { ficheId: first, dateFin: '2026-01-31' }))
    const acte = await change(viewer, {
      ficheIds: [first],
      valeurs: { dateFin: '2026-12-31' },
      ajouter: { sousThematiques: [sous?.code ?? ''] },
    })
    await act(colleague, (useCase) => updateFiche(useCase, { ficheId: first, dateDebut: '2026-06-01' }))
    await act(colleague, (useCase) => addFicheSousThematique(useCase, { ficheId: first, code: autre?.code ?? '' }))
    expect(await undo(viewer, acte)).toMatchObject({ retablies: 1, laissees: [{ ficheId: first }] })
    expect(await read(first)).toMatchObject({
      dates: ['2026-06-01', '2026-12-31'],
      thematiques: [THEMATIQUE],
      sousThematiques: [autre?.code],
    })
  })

  it('gives a thématique back with its sous-thématiques, and a member only while it is there', async ({
    act,
    change,
    prisma,
    read,
    setUp,
    undo,
  }) => {
    const { viewer, first, collectivite } = await setUp(1)
    const { code } = await prisma.sousThematique.findFirstOrThrow({ where: { thematiqueCode: THEMATIQUE } })
    await act(viewer, (useCase) => addFicheSousThematique(useCase, { ficheId: first, code }))
    const labels = await prisma.label.createManyAndReturn({
      data: ['a', 'b'].map((nom) => ({
        collectiviteId: collectivite.id,
        genre: 'TAG' as const,
        nom,
        nomNormalise: nom,
      })),
    })
    const [kept = '', merged = ''] = labels.map(({ id }) => id)
    await prisma.ficheLabel.create({
      data: { ficheId: first, labelId: merged, collectiviteId: collectivite.id, genre: 'TAG' },
    })
    const acte = await change(viewer, { ficheIds: [first], retirer: { thematiques: [THEMATIQUE], tags: [merged] } })
    expect(await read(first)).toMatchObject({ thematiques: [], sousThematiques: [] })
    await act(viewer, (useCase) => mergeLabels(useCase, { intoId: kept, labelIds: [merged] }))
    expect(await undo(viewer, acte)).toMatchObject({ retablies: 1, laissees: [{ ficheId: first }] })
    expect(await read(first)).toMatchObject({ thematiques: [THEMATIQUE], sousThematiques: [code] })
    expect(await prisma.ficheLabel.count({ where: { ficheId: first } })).toBe(0)
  })

  it('takes as many statements for twenty fiches as for two', async ({ change, counted, setUp, undo }) => {
    const statements = async (count: number) => {
      const { viewer, ficheIds } = await setUp(count)
      const acte = await change(viewer, { ficheIds, valeurs: { statut: 'REALISE' }, ajouter: { cibles: ['AGENTS'] } })
      return (await counted.statementsOf(() => undo(viewer, acte))).length
    }
    expect(await statements(20)).toBe(await statements(2))
  })

  it('is for whoever did it and for éditeurs, where each may change the fiche', async ({
    change,
    make,
    prisma,
    read,
    setUp,
    undo,
  }) => {
    const { viewer, colleague, collectivite, ficheIds, first, second } = await setUp()
    const ailleurs = await setUp(1)
    const acte = await change(viewer, { ficheIds, valeurs: { statut: 'REALISE' } })
    const { viewer: contributeur } = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
    for (const other of [contributeur, ailleurs.viewer]) await expect(undo(other, acte)).rejects.toThrow(NotFoundError)
    await prisma.fiche.update({ where: { id: first }, data: { restreinte: true } })
    expect(await undo(colleague, acte)).toMatchObject({ retablies: 1, laissees: [] })
    expect([(await read(first)).statut, (await read(second)).statut]).toEqual(['REALISE', null])
    await prisma.fiche.update({ where: { id: first }, data: { restreinte: false } })
    await prisma.membre.updateMany({ where: { userId: viewer.userId }, data: { role: 'LECTEUR' } })
    const demoted = {
      ...viewer,
      memberships: viewer.memberships.map((each) => ({ ...each, role: 'LECTEUR' as const })),
    }
    const left = await undo(demoted, acte)
    expect(left).toMatchObject({ acte: null, retablies: 0 })
    expect(left.laissees.map(({ code }) => code)).toEqual(['EDIT_FICHE_FORBIDDEN', 'EDIT_FICHE_FORBIDDEN'])
  })

  it('is not for acts that are no change of many fiches', async ({ act, prisma, setUp, undo }) => {
    const { viewer, first } = await setUp(1)
    await act(viewer, (useCase) => updateFiche(useCase, { ficheId: first, statut: 'BLOQUE' }))
    const { acte } = await prisma.journalEntry.findFirstOrThrow({ where: { ficheId: first }, orderBy: { at: 'desc' } })
    await expect(undo(viewer, acte)).rejects.toThrow(NotFoundError)
    await expect(undo(viewer, crypto.randomUUID())).rejects.toThrow(NotFoundError)
  })
})
