import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { updateFiche } from '../fiche/update-fiche.ts'
import { addFichePersonne } from '../fiche/sets/fiche-personnes.ts'
import { JOURNALISED, NOT_JOURNALISED } from './journalised.ts'

it('knows every table of the schema, and has its triggers on those that are journalised', async ({ prisma }) => {
  const tables = await prisma.$queryRaw<{ name: string; triggers: bigint }[]>`
    SELECT c.relname AS name, count(t.oid) FILTER (WHERE t.tgname LIKE 'journal\\_%' AND t.tgname <> 'journal_never_changed') AS triggers
    FROM pg_class c LEFT JOIN pg_trigger t ON t.tgrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname`
  const known = [...Object.keys(JOURNALISED), ...Object.keys(NOT_JOURNALISED)]
  expect(tables.map(({ name }) => name)).toEqual(known.toSorted())
  const journalised = tables.flatMap(({ name, triggers }) => (Number(triggers) === 3 ? [name] : []))
  expect(journalised).toEqual(Object.keys(JOURNALISED).toSorted())
})

describe('an entry of the journal', () => {
  it('says who changed what, from what to what, in the transaction of the change', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { user, viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    const ficheId = fiche.id
    await act(viewer, (useCase) => updateFiche(useCase, { ficheId, statut: 'EN_COURS', dateFin: '2026-12-31' }))
    await act(viewer, (useCase) => updateFiche(useCase, { ficheId, statut: 'REALISE' }))
    const undone = act(viewer, async (useCase) => {
      await updateFiche(useCase, { ficheId, statut: 'BLOQUE' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')

    const entries = await prisma.journalEntry.findMany({
      where: { ficheId, relation: 'fiche', operation: 'CHANGEMENT' },
      orderBy: { at: 'asc' },
    })
    expect(entries).toMatchObject([
      {
        userId: user.id,
        origine: 'PAGE',
        collectiviteId: collectivite.id,
        cle: { id: ficheId },
        avant: { statut: null, date_fin: null },
        apres: { statut: 'EN_COURS', date_fin: '2026-12-31' },
      },
      { userId: user.id, avant: { statut: 'EN_COURS' }, apres: { statut: 'REALISE' } },
    ])
    expect(new Set(entries.map(({ acte }) => acte)).size).toBe(2)
  })

  it('is one of several of an act, in their order, and none for what changes nothing', async ({
    act,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite })
    const plan = await make.plan({ collectivite })
    const fiches = [await make.fiche({ plan }), await make.fiche({ plan }), await make.fiche({ plan })]
    await act(viewer, async ({ tx }) => {
      await tx.fiche.updateMany({ where: { id: { in: fiches.map(({ id }) => id) } }, data: { priorite: 'BAS' } })
      await tx.fiche.updateMany({ where: { id: fiches[0]?.id ?? '' }, data: { priorite: 'ELEVE' } })
      await tx.fiche.updateMany({ where: { id: fiches[0]?.id ?? '' }, data: { priorite: 'ELEVE', titre: 'Autre' } })
    })
    const entries = await prisma.journalEntry.findMany({
      where: { collectiviteId: collectivite.id, relation: 'fiche', operation: 'CHANGEMENT' },
      orderBy: { rang: 'asc' },
    })
    expect(entries.map(({ rang, apres }) => [rang, apres])).toEqual([
      [0, { priorite: 'BAS' }],
      [1, { priorite: 'BAS' }],
      [2, { priorite: 'BAS' }],
      [3, { priorite: 'ELEVE' }],
    ])
    expect(new Set(entries.map(({ acte }) => acte)).size).toBe(1)
  })

  it('keeps the names that things had, and of persons none', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    const label = await prisma.label.create({
      data: { collectiviteId: collectivite.id, genre: 'TAG', nom: 'Eau', nomNormalise: 'eau' },
    })
    const personne = await prisma.personne.create({
      data: { collectiviteId: collectivite.id, nom: 'Zoé Secrète', nomNormalise: 'zoe secrete' },
    })
    await act(viewer, async (useCase) => {
      await useCase.tx.ficheLabel.create({
        data: { ficheId: fiche.id, labelId: label.id, collectiviteId: collectivite.id, genre: 'TAG' },
      })
      await addFichePersonne(useCase, 'pilotes', { ficheId: fiche.id, personneId: personne.id })
      await useCase.tx.personne.update({
        where: { id: personne.id },
        data: { nom: 'Zoé Encore', nomNormalise: 'zoe encore' },
      })
    })
    await prisma.label.update({ where: { id: label.id }, data: { nom: 'Eaux', nomNormalise: 'eaux' } })
    const entries = await prisma.journalEntry.findMany({ where: { collectiviteId: collectivite.id } })
    expect(entries.find(({ relation }) => relation === 'fiche_label')).toMatchObject({
      operation: 'CREATION',
      cle: { label_id: label.id },
      apres: { 'label_id:nom': 'Eau' },
    })
    expect(entries.find(({ relation }) => relation === 'fiche_pilote')?.cle).toMatchObject({ personne_id: personne.id })
    expect(
      entries.find(({ relation, operation }) => relation === 'personne' && operation === 'CHANGEMENT'),
    ).toMatchObject({
      avant: { nom: null },
      apres: { nom: null },
    })
    expect(JSON.stringify(entries, (_, value: unknown) => value)).not.toMatch(/Zoé/)
  })

  it('is never changed nor taken away, but for an erased author and by retention', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { user, viewer } = await make.membre({ collectivite })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    await act(viewer, (useCase) => updateFiche(useCase, { ficheId: fiche.id, statut: 'EN_COURS' }))
    const mine = { collectiviteId: collectivite.id, userId: user.id }
    const refused = { meta: expect.anything() }
    await expect(prisma.journalEntry.updateMany({ where: mine, data: { rang: 99 } })).rejects.toMatchObject(refused)
    await expect(
      prisma.journalEntry.updateMany({ where: mine, data: { planId: fiche.placement.planId } }),
    ).rejects.toThrow('journal_never_changed')
    await expect(prisma.journalEntry.deleteMany({ where: mine })).rejects.toThrow('journal_never_changed')
    const count = await prisma.journalEntry.count({ where: { collectiviteId: collectivite.id } })

    // As whoever leaves a collectivité: a name stays.
    await prisma.personne.updateMany({ where: { membre: { userId: user.id } }, data: { membreId: null } })
    await prisma.user.delete({ where: { id: user.id } })
    expect(await prisma.journalEntry.count({ where: mine })).toBe(0)
    const [entry] = await prisma.journalEntry.findMany({ where: { ficheId: fiche.id, operation: 'CHANGEMENT' } })
    expect(entry).toMatchObject({ userId: null, apres: { statut: 'EN_COURS' } })
    expect(await prisma.journalEntry.count({ where: { collectiviteId: collectivite.id } })).toBeGreaterThanOrEqual(
      count,
    )

    await prisma.$transaction([
      prisma.$executeRaw`SELECT set_config('pupitre.retention', 'on', true)`,
      prisma.journalEntry.deleteMany({ where: { collectiviteId: collectivite.id } }),
    ])
    expect(await prisma.journalEntry.count({ where: { collectiviteId: collectivite.id } })).toBe(0)
  })

  it('goes with its collectivité, and points to nothing that is gone', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    await act(viewer, (useCase) => updateFiche(useCase, { ficheId: fiche.id, statut: 'EN_COURS' }))
    await prisma.fiche.delete({ where: { id: fiche.id } })
    const entries = await prisma.journalEntry.findMany({
      where: { collectiviteId: collectivite.id, relation: 'fiche' },
    })
    const told = entries.toSorted((a, b) => a.operation.localeCompare(b.operation))
    expect(told.map(({ operation, ficheId, cle }) => [operation, ficheId, cle])).toEqual([
      ['CHANGEMENT', null, { id: fiche.id }],
      ['CREATION', null, { id: fiche.id }],
      ['SUPPRESSION', null, { id: fiche.id }],
    ])
    await prisma.collectivite.delete({ where: { id: collectivite.id } })
    expect(await prisma.journalEntry.count({ where: { collectiviteId: collectivite.id } })).toBe(0)
  })
})
