import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { restore } from '../corbeille/restore.ts'
import type { DomainError } from '../errors.ts'
import { deleteIndicateur } from './delete-indicateur.ts'
import { MAX_INDICATEURS, MAX_LINKED_INDICATEURS } from './indicateur-rules.ts'
import { addFicheIndicateur, removeFicheIndicateur } from './link-fiche.ts'
import { addAxeIndicateur } from './link-axe.ts'
import { createIndicateur } from './create-indicateur.ts'
import { setValeurs } from './set-valeurs.ts'
import { updateIndicateur } from './update-indicateur.ts'
import { MAX_CHANGED_VALEURS, MAX_VALEURS } from './valeur-rules.ts'

function utc(year: number, month = 1): Date {
  return new Date(Date.UTC(year, month - 1, 1))
}

async function editor(make: Factories) {
  const collectivite = await make.collectivite()
  const [one, other] = [await make.membre({ collectivite }), await make.membre({ collectivite })]
  return { collectivite, viewer: one.viewer, colleague: other.viewer }
}

/** The stable code of a refusal. */
function code(expected: string): Partial<DomainError> {
  return expect.objectContaining({ code: expected })
}

describe('setValeurs', () => {
  it('keeps the objectif and the réalisé of one period, and two periods, that two people fill in at once', async ({
    make,
    prisma,
    act,
  }) => {
    const { collectivite, viewer, colleague } = await editor(make)
    for (let round = 0; round < 5; round += 1) {
      const { id: indicateurId } = await make.indicateur({ collectivite })
      await Promise.all([
        act(viewer, (useCase) =>
          setValeurs(useCase, { indicateurId, valeurs: [{ periode: utc(2026), objectif: '10' }] }),
        ),
        act(colleague, (useCase) =>
          setValeurs(useCase, { indicateurId, valeurs: [{ periode: utc(2026), realise: '9.5' }] }),
        ),
        act(colleague, (useCase) =>
          setValeurs(useCase, { indicateurId, valeurs: [{ periode: utc(2027), commentaire: 'Provisoire' }] }),
        ),
      ])
      const valeurs = await prisma.indicateurValeur.findMany({ where: { indicateurId }, orderBy: { periode: 'asc' } })
      expect(valeurs.map((row) => [row.objectif?.toFixed(), row.realise?.toFixed(), row.commentaire])).toEqual([
        ['10', '9.5', ''],
        [undefined, undefined, 'Provisoire'],
      ])
    }
  })

  it('changes only what is named, says who did, and ends a period with nothing left', async ({ make, prisma, act }) => {
    const { collectivite, viewer, colleague } = await editor(make)
    const { id: indicateurId } = await make.indicateur({ collectivite, valeurs: { 2025: ['100', '98.123456'] } })
    await act(viewer, (useCase) =>
      setValeurs(useCase, { indicateurId, valeurs: [{ periode: utc(2025), commentaire: 'Source : Atmo' }] }),
    )
    const read = () => prisma.indicateurValeur.findMany({ where: { indicateurId } })
    expect(await read()).toMatchObject([{ commentaire: 'Source : Atmo', updatedById: viewer.userId }])
    expect((await read())[0]?.realise?.toFixed()).toBe('98.123456')
    await act(colleague, (useCase) =>
      setValeurs(useCase, { indicateurId, valeurs: [{ periode: utc(2025), commentaire: 'Source : Atmo' }] }),
    )
    expect(await read()).toMatchObject([{ updatedById: viewer.userId }])
    await act(colleague, (useCase) =>
      setValeurs(useCase, {
        indicateurId,
        valeurs: [{ periode: utc(2025), objectif: null, realise: null, commentaire: null }],
      }),
    )
    expect(await read()).toEqual([])
  })

  it('refuses a period that is none of the indicateur, and changes nothing', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await editor(make)
    const { id: indicateurId } = await make.indicateur({ collectivite })
    const valeurs = [
      { periode: utc(2026), realise: '1' },
      { periode: utc(2026, 2), realise: '1' },
    ]
    await expect(act(viewer, (useCase) => setValeurs(useCase, { indicateurId, valeurs }))).rejects.toMatchObject({
      issues: [{ code: 'PERIODE_MISMATCH', path: ['valeurs', '1', 'periode'] }],
    })
    expect(await prisma.indicateurValeur.count({ where: { indicateurId } })).toBe(0)
    await act(viewer, (useCase) => updateIndicateur(useCase, { id: indicateurId, periodicite: 'MENSUELLE' }))
    await act(viewer, (useCase) => setValeurs(useCase, { indicateurId, valeurs }))
    expect(await prisma.indicateurValeur.count({ where: { indicateurId } })).toBe(2)
  })

  it('holds a hundred years of months, and not one more', async ({ make, act }) => {
    const { collectivite, viewer } = await editor(make)
    const { id: indicateurId } = await make.indicateur({ collectivite, periodicite: 'MENSUELLE' })
    const months = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({ periode: utc(1950, from + index + 1), realise: '1' }))
    for (let from = 0; from < MAX_VALEURS; from += MAX_CHANGED_VALEURS) {
      await act(viewer, (useCase) => setValeurs(useCase, { indicateurId, valeurs: months(from, MAX_CHANGED_VALEURS) }))
    }
    await expect(
      act(viewer, (useCase) => setValeurs(useCase, { indicateurId, valeurs: months(MAX_VALEURS, 1) })),
    ).rejects.toEqual(code('TOO_MANY_VALEURS'))
  })

  it('takes as many statements for six hundred periods as for one', async ({ make, act, counted }) => {
    const { collectivite, viewer } = await editor(make)
    const { id: indicateurId } = await make.indicateur({ collectivite, periodicite: 'MENSUELLE' })
    const statements = (count: number, realise: string) =>
      counted.statementsOf(async () => {
        const valeurs = Array.from({ length: count }, (_, index) => ({ periode: utc(1950, index + 1), realise }))
        await act(viewer, (useCase) => setValeurs(useCase, { indicateurId, valeurs }))
      })
    expect(await statements(MAX_CHANGED_VALEURS, '2')).toHaveLength((await statements(1, '1')).length)
  })
})

describe('updateIndicateur', () => {
  it('changes only what is named, and two people on two fields at once are both kept', async ({
    make,
    prisma,
    act,
  }) => {
    const { collectivite, viewer, colleague } = await editor(make)
    const { id } = await make.indicateur({ collectivite, nom: 'Émissions' })
    await Promise.all([
      act(viewer, (useCase) => updateIndicateur(useCase, { id, unite: 'tCO₂e' })),
      act(colleague, (useCase) => updateIndicateur(useCase, { id, description: 'D’après Atmo Grand Est' })),
      act(colleague, (useCase) => updateIndicateur(useCase, { id, nom: 'Émissions de GES' })),
    ])
    expect(await prisma.indicateur.findUniqueOrThrow({ where: { id } })).toMatchObject({
      nom: 'Émissions de GES',
      nomNormalise: 'emissions de ges',
      unite: 'tCO₂e',
      description: 'D’après Atmo Grand Est',
    })
  })

  it('refuses to go from months to years while a value is of another month than January', async ({ make, act }) => {
    const { collectivite, viewer } = await editor(make)
    const { id } = await make.indicateur({ collectivite, periodicite: 'MENSUELLE' })
    const march = (realise: string | null) =>
      act(viewer, (useCase) => setValeurs(useCase, { indicateurId: id, valeurs: [{ periode: utc(2026, 3), realise }] }))
    const toYears = () => act(viewer, (useCase) => updateIndicateur(useCase, { id, periodicite: 'ANNUELLE' }))
    await march('1')
    await expect(toYears()).rejects.toEqual(code('PERIODICITE_CONFLICT'))
    await march(null)
    expect(await toYears()).toMatchObject({ periodicite: 'ANNUELLE' })
  })
})

describe('the corbeille of indicateurs', () => {
  it('hides an indicateur everywhere, and gives it back with its values and links', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await editor(make)
    const { id } = await make.indicateur({ collectivite, nom: 'GES', valeurs: { 2025: ['1', '2'] } })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    await act(viewer, (useCase) => addFicheIndicateur(useCase, { ficheId: fiche.id, indicateurId: id }))
    const { suppressionId } = await act(viewer, (useCase) => deleteIndicateur(useCase, { id }))
    await expect(act(viewer, (useCase) => updateIndicateur(useCase, { id, nom: 'Autre' }))).rejects.toEqual(
      code('INDICATEUR_NOT_FOUND'),
    )
    const suppression = await prisma.suppression.findUniqueOrThrow({ where: { id: suppressionId } })
    expect(suppression).toMatchObject({ kind: 'INDICATEUR', objetId: id, nom: 'GES', deletedById: viewer.userId })

    const { viewer: contributeur } = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
    const suppressionIds = [suppressionId]
    await expect(act(contributeur, (useCase) => restore(useCase, { suppressionIds }))).rejects.toEqual(
      code('SUPPRESSION_NOT_FOUND'),
    )
    await act(viewer, (useCase) => restore(useCase, { suppressionIds }))
    expect(
      await prisma.indicateur.findUniqueOrThrow({ where: { id }, include: { valeurs: true, fiches: true } }),
    ).toMatchObject({ suppressionId: null, valeurs: [{}], fiches: [{ ficheId: fiche.id }] })
    expect(await prisma.suppression.count({ where: { id: suppressionId } })).toBe(0)
  })
})

describe('links of indicateurs', () => {
  it('are made and undone once, whoever does it again', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await editor(make)
    const { id: indicateurId } = await make.indicateur({ collectivite })
    const { id: ficheId } = await make.fiche({ plan: await make.plan({ collectivite }) })
    const link = { ficheId, indicateurId }
    await Promise.all([1, 2].map(() => act(viewer, (useCase) => addFicheIndicateur(useCase, link))))
    expect(await prisma.ficheIndicateur.count({ where: link })).toBe(1)
    await Promise.all([1, 2].map(() => act(viewer, (useCase) => removeFicheIndicateur(useCase, link))))
    expect(await prisma.ficheIndicateur.count({ where: link })).toBe(0)
  })

  it('stay within a collectivité, even for its admin who is of both', async ({ make, act }) => {
    const { collectivite, viewer } = await editor(make)
    const elsewhere = await make.indicateur()
    const plan = await make.plan({ collectivite })
    const [fiche, axe] = [await make.fiche({ plan }), await make.axe({ plan })]
    const both = {
      ...viewer,
      memberships: [
        ...viewer.memberships,
        { membreId: viewer.userId, collectiviteId: elsewhere.collectiviteId, role: 'ADMIN' as const, serviceIds: [] },
      ],
    }
    await expect(
      act(both, (useCase) => addFicheIndicateur(useCase, { ficheId: fiche.id, indicateurId: elsewhere.id })),
    ).rejects.toEqual(code('INDICATEUR_NOT_FOUND'))
    await expect(
      act(both, (useCase) => addAxeIndicateur(useCase, { axeId: axe.id, indicateurId: elsewhere.id })),
    ).rejects.toEqual(code('INDICATEUR_NOT_FOUND'))
  })

  it('are a hundred at most on one fiche or axe', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await editor(make)
    const plan = await make.plan({ collectivite })
    const [fiche, axe] = [await make.fiche({ plan }), await make.axe({ plan })]
    const rows = Array.from({ length: MAX_LINKED_INDICATEURS - 1 }, (_, index) => ({
      id: crypto.randomUUID(),
      collectiviteId: collectivite.id,
      nom: `Indicateur ${index}`,
      nomNormalise: `indicateur ${index}`,
    }))
    await prisma.indicateur.createMany({ data: rows })
    await prisma.ficheIndicateur.createMany({
      data: rows.map(({ id, collectiviteId }) => ({ ficheId: fiche.id, indicateurId: id, collectiviteId })),
    })
    await prisma.axeIndicateur.createMany({ data: rows.map(({ id }) => ({ axeId: axe.id, indicateurId: id })) })
    const [last, tooMany] = [await make.indicateur({ collectivite }), await make.indicateur({ collectivite })]
    const linkFiche = (indicateurId: string) =>
      act(viewer, (useCase) => addFicheIndicateur(useCase, { ficheId: fiche.id, indicateurId }))
    const linkAxe = (indicateurId: string) =>
      act(viewer, (useCase) => addAxeIndicateur(useCase, { axeId: axe.id, indicateurId }))
    await linkFiche(last.id)
    await linkAxe(last.id)
    await expect(linkFiche(tooMany.id)).rejects.toEqual(code('TOO_MANY_LINKS'))
    await expect(linkAxe(tooMany.id)).rejects.toEqual(code('TOO_MANY_LINKS'))
  })
})

describe('createIndicateur', () => {
  it('creates as many as a collectivité may have, and not one more', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await editor(make)
    const { id: collectiviteId } = collectivite
    await prisma.indicateur.createMany({
      data: Array.from({ length: MAX_INDICATEURS - 1 }, (_, index) => ({
        collectiviteId,
        nom: `I ${index}`,
        nomNormalise: `i ${index}`,
      })),
    })
    const create = () => act(viewer, (useCase) => createIndicateur(useCase, { collectiviteId, nom: 'Un  de plus ' }))
    expect(await create()).toMatchObject({ nom: 'Un de plus', periodicite: 'ANNUELLE', unite: '', description: '' })
    await expect(create()).rejects.toEqual(code('TOO_MANY_INDICATEURS'))
  })
})
