import { describe, expect } from 'vitest'
import { domainTest } from '../../../../test/domain-test.ts'
import { recorded } from '../../../../test/recorded.ts'
import { MAX_PERSONNES_OF_FICHE } from '../sets/fiche-personnes.ts'
import { updateFiche } from '../update-fiche.ts'
import { updateFiches } from './update-fiches.ts'
import { type FichesUpdate, MAX_CHANGED_MEMBRES, MAX_UPDATED_FICHES } from './update-fiches-rules.ts'

const it = domainTest.extend('setUp', { scope: 'file' }, ({ make, prisma }) => async (count = 3) => {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiches: { id: string }[] = []
  while (fiches.length < count) fiches.push(await make.fiche({ plan }))
  const service = await make.service({ collectivite })
  const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
  const named = { collectiviteId: collectivite.id, nom: 'Zoé', nomNormalise: 'zoe' }
  const personne = await prisma.personne.create({ data: named })
  const tag = await prisma.label.create({ data: { ...named, genre: 'TAG' } })
  return { collectivite, plan, viewer, service, personne, tag, ficheIds: fiches.map(({ id }) => id) }
})

const nothing = {}
const change = (input: Partial<FichesUpdate> & { ficheIds: string[] }) => ({
  essai: false,
  valeurs: nothing,
  ajouter: nothing,
  retirer: nothing,
  ...input,
})

describe('changing many fiches at once', () => {
  it('gives each the values that are named and no other, adds and removes, and counts those that had it all', async ({
    act,
    prisma,
    setUp,
  }) => {
    const { viewer, ficheIds, service, personne, tag } = await setUp()
    const [first = ''] = ficheIds
    await act(viewer, (useCase) => updateFiche(useCase, { ficheId: first, priorite: 'BAS', statut: 'EN_COURS' }))
    const ajouter = {
      services: [service.id],
      pilotes: [personne.id],
      referents: [personne.id],
      tags: [tag.id],
      cibles: ['AGENTS' as const],
      effetsAttendus: ['SOBRIETE' as const],
      sousThematiques: [(await prisma.sousThematique.findFirstOrThrow()).code],
    }
    const asked = change({ ficheIds, valeurs: { statut: 'EN_COURS', dateFin: '2026-12-31' }, ajouter })
    const preview = await act(viewer, (useCase) => updateFiches(useCase, { ...asked, essai: true }))
    expect(preview).toEqual({ acte: null, changees: 3, inchangees: 0, refusees: [] })
    expect(await prisma.fiche.count({ where: { id: { in: ficheIds }, statut: 'EN_COURS' } })).toBe(1)

    const done = await act(viewer, (useCase) => updateFiches(useCase, asked))
    expect(done).toMatchObject({ changees: 3, inchangees: 0, refusees: [] })
    const rows = await prisma.fiche.findMany({
      where: { id: { in: ficheIds } },
      include: {
        services: true,
        pilotes: true,
        referents: true,
        labels: true,
        cibles: true,
        effetsAttendus: true,
        thematiques: true,
        sousThematiques: true,
      },
    })
    for (const row of rows) {
      expect(row).toMatchObject({ statut: 'EN_COURS', dateFin: new Date('2026-12-31'), dateDebut: null })
      const sets = [row.services, row.pilotes, row.referents, row.labels, row.cibles, row.effetsAttendus]
      expect([...sets, row.thematiques, row.sousThematiques].map(({ length }) => length)).toEqual(Array(8).fill(1))
    }
    expect(rows.find(({ id }) => id === first)?.priorite).toBe('BAS')
    const again = await act(viewer, (useCase) => updateFiches(useCase, asked))
    expect(again).toEqual({ acte: null, changees: 0, inchangees: 3, refusees: [] })

    const thematiques = rows[0]?.thematiques.map(({ thematiqueCode }) => thematiqueCode) ?? []
    const retirer = { ...ajouter, sousThematiques: [], thematiques }
    await act(viewer, (useCase) => updateFiches(useCase, change({ ficheIds, retirer })))
    const where = { ficheId: { in: ficheIds } }
    expect(await prisma.fichePilote.count({ where })).toBe(0)
    expect(await prisma.ficheLabel.count({ where })).toBe(0)
    expect(await prisma.ficheSousThematique.count({ where })).toBe(0)
  })

  it('is one act of the journal', async ({ act, prisma, setUp }) => {
    const { viewer, ficheIds, service } = await setUp()
    const { acte } = await act(viewer, (useCase) =>
      updateFiches(useCase, change({ ficheIds, valeurs: { statut: 'BLOQUE' }, ajouter: { services: [service.id] } })),
    )
    const lines = await prisma.journalEntry.findMany({ where: { acte: acte ?? '' } })
    expect(lines.map(({ relation }) => relation).toSorted()).toEqual([
      ...Array<string>(3).fill('fiche'),
      ...Array<string>(3).fill('fiche_service'),
    ])
  })

  it('tells of each fiche the fields that changed of it, as single changes do', async ({ act, setUp }) => {
    const { viewer, ficheIds, plan, personne } = await setUp(2)
    const [first = '', second = ''] = ficheIds
    await act(viewer, (useCase) => updateFiche(useCase, { ficheId: first, statut: 'BLOQUE' }))
    const told = recorded()
    await act(viewer, (useCase) =>
      updateFiches(
        told.in(useCase),
        change({ ficheIds, valeurs: { statut: 'BLOQUE' }, ajouter: { pilotes: [personne.id] } }),
      ),
    )
    expect(told.changes).toContainEqual({ kind: 'fiche', ficheId: first, fields: ['pilotes'] })
    expect(told.changes).toContainEqual({ kind: 'fiche', ficheId: second, fields: ['statut', 'pilotes', 'enRetard'] })
    expect(told.changes.filter((each) => each.kind === 'plan')).toEqual([
      { kind: 'plan', planId: plan.id, placementIds: [expect.any(String), expect.any(String)] },
    ])
  })

  it('takes as many statements for twenty fiches as for two', async ({ act, counted, setUp }) => {
    const small = await setUp(2)
    const large = await setUp(20)
    const statements = async ({ viewer, ficheIds, service, personne, tag }: typeof small) =>
      counted.statementsOf(() =>
        act(viewer, (useCase) =>
          updateFiches(
            useCase,
            change({
              ficheIds,
              valeurs: { statut: 'BLOQUE' },
              ajouter: { services: [service.id], pilotes: [personne.id], tags: [tag.id], cibles: ['AGENTS'] },
            }),
          ),
        ),
      )
    expect((await statements(large)).length).toBe((await statements(small)).length)
  })

  it('leaves a fiche whose dates would be reversed or whose list is full, says why, and changes the others', async ({
    act,
    prisma,
    setUp,
  }) => {
    const { viewer, ficheIds, personne, collectivite } = await setUp()
    const [late = '', full = '', other = ''] = ficheIds
    await prisma.fiche.update({ where: { id: late }, data: { dateDebut: new Date('2027-01-01') } })
    const personnes = await prisma.personne.createManyAndReturn({
      data: Array.from({ length: MAX_PERSONNES_OF_FICHE }, (_none, index) => ({
        collectiviteId: collectivite.id,
        nom: `n${index}`,
        nomNormalise: `n${index}`,
      })),
    })
    await prisma.fichePilote.createMany({
      data: personnes.map(({ id }) => ({ ficheId: full, personneId: id, collectiviteId: collectivite.id })),
    })
    const asked = change({ ficheIds, valeurs: { dateFin: '2026-12-31' }, ajouter: { pilotes: [personne.id] } })
    const done = await act(viewer, (useCase) => updateFiches(useCase, asked))
    expect(done.changees).toBe(1)
    expect(done.refusees.map(({ ficheId, code }) => [ficheId, code])).toEqual([
      [late, 'DATES_REVERSED'],
      [full, 'TOO_MANY'],
    ])
    const [replaced] = personnes
    const replace = change({
      ficheIds: [full],
      ajouter: { pilotes: [personne.id] },
      retirer: { pilotes: [replaced?.id ?? ''] },
    })
    expect(await act(viewer, (useCase) => updateFiches(useCase, replace))).toMatchObject({ changees: 1, refusees: [] })
    expect(await prisma.fiche.count({ where: { id: { in: [late, full, other] }, dateFin: { not: null } } })).toBe(1)
  })

  it('refuses no fiche, one too many, nothing to change, and the same thing added and removed', async ({
    act,
    setUp,
  }) => {
    const { viewer, ficheIds, personne } = await setUp(1)
    const asked = (input: Partial<FichesUpdate> & { ficheIds: string[] }) =>
      act(viewer, (useCase) => updateFiches(useCase, { ...change(input), essai: true }))
    const many = Array.from({ length: MAX_UPDATED_FICHES }, () => crypto.randomUUID())
    const valeurs = { statut: 'BLOQUE' as const }
    expect((await asked({ ficheIds: many, valeurs })).refusees).toHaveLength(MAX_UPDATED_FICHES)
    await expect(asked({ ficheIds: [...many, ...ficheIds], valeurs })).rejects.toThrow('au plus 500 fiches')
    await expect(asked({ ficheIds: [], valeurs })).rejects.toThrow('Choisissez les fiches')
    await expect(asked({ ficheIds })).rejects.toThrow('au moins un champ')
    const pilotes = Array.from({ length: MAX_CHANGED_MEMBRES }, () => crypto.randomUUID())
    expect(await asked({ ficheIds, retirer: { pilotes } })).toMatchObject({ inchangees: 1 })
    await expect(asked({ ficheIds, retirer: { pilotes: [...pilotes, personne.id] } })).rejects.toThrow('au plus 30')
    const both = { pilotes: [personne.id] }
    await expect(asked({ ficheIds, ajouter: both, retirer: both })).rejects.toThrow('choisissez l’un des deux')
    await expect(asked({ ficheIds, ajouter: { thematiques: ['x'.repeat(201)] } })).rejects.toMatchObject({
      issues: [{ code: 'TOO_BIG', path: ['ajouter', 'thematiques', '0'] }],
    })
    const eau = { ajouter: { sousThematiques: ['eau/x'] }, retirer: { thematiques: ['eau'] } }
    await expect(asked({ ficheIds, ...eau })).rejects.toThrow('choisissez l’un des deux')
  })

  it('answers a person, a service, a label or a thématique that is not the collectivité’s as absent', async ({
    act,
    setUp,
  }) => {
    const { viewer, ficheIds } = await setUp(1)
    const ailleurs = await setUp(0)
    for (const ajouter of [
      { pilotes: [ailleurs.personne.id] },
      { services: [ailleurs.service.id] },
      { tags: [ailleurs.tag.id] },
      { thematiques: ['aucune'] },
      { sousThematiques: ['aucune/rien'] },
    ]) {
      const asked = change({ ficheIds, ajouter })
      await expect(act(viewer, (useCase) => updateFiches(useCase, asked))).rejects.toMatchObject({
        code: expect.stringContaining('_NOT_FOUND'),
      })
    }
  })
})
