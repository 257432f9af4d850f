import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { recorded } from '../../../test/recorded.ts'
import { ForbiddenError, NotFoundError } from '../errors.ts'
import { updateFiche } from './update-fiche.ts'
import { MAX_DETAIL_CHARACTERS, MAX_POIDS } from './update-fiche-rules.ts'

async function setUp(make: Factories) {
  const collectivite = await make.collectivite()
  const service = await make.service({ collectivite })
  const plan = await make.plan({ collectivite })
  const { id: ficheId } = await make.fiche({ plan, services: [service] })
  const [{ viewer }, { viewer: colleague }] = [await make.membre({ collectivite }), await make.membre({ collectivite })]
  return { collectivite, service, plan, ficheId, viewer, colleague }
}

const refusal = (code: string) => ({ issues: [expect.objectContaining({ code })] })

describe('updateFiche', () => {
  it('changes the fields that are named, tells of them alone, and null clears', async ({ act, make, prisma }) => {
    const { ficheId, plan, viewer } = await setUp(make)
    const read = () => prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })
    await act(viewer, (useCase) =>
      updateFiche(useCase, {
        ficheId,
        statut: 'EN_COURS',
        priorite: 'ELEVE',
        dateDebut: '2026-01-01',
        dateFin: '2026-01-01',
        ameliorationContinue: true,
        calendrier: '  Au printemps ',
        tempsDeMiseEnOeuvre: 'MOINS_D_UN_AN',
        participationCitoyenne: 'CONCERTATION',
        participationDetail: 'Trois ateliers',
      }),
    )
    const before = await read()
    expect(before).toMatchObject({ calendrier: 'Au printemps', dateFin: new Date('2026-01-01') })

    const told = recorded()
    await act(viewer, (useCase) =>
      updateFiche(told.in(useCase), { ficheId, priorite: 'BAS', statut: 'EN_COURS', calendrier: undefined }),
    )
    expect(await read()).toEqual({ ...before, priorite: 'BAS', updatedAt: expect.any(Date) })
    expect(told.fields()).toEqual(['priorite'])
    expect(told.changes).toContainEqual(expect.objectContaining({ kind: 'plan', planId: plan.id }))

    await act(viewer, (useCase) =>
      updateFiche(useCase, {
        ficheId,
        statut: null,
        dateDebut: null,
        dateFin: null,
        ameliorationContinue: null,
        calendrier: null,
        participationDetail: '   ',
      }),
    )
    expect(await read()).toEqual({
      ...before,
      priorite: 'BAS',
      statut: null,
      dateDebut: null,
      dateFin: null,
      ameliorationContinue: false,
      calendrier: null,
      participationDetail: null,
      updatedAt: expect.any(Date),
    })
  })

  it('tells that lateness may be other when what it is computed from changes', async ({ act, make }) => {
    const { ficheId, viewer } = await setUp(make)
    const told = recorded()
    await act(viewer, (useCase) => updateFiche(told.in(useCase), { ficheId, dateFin: '2020-01-01' }))
    await act(viewer, (useCase) => updateFiche(told.in(useCase), { ficheId, statut: 'REALISE' }))
    expect(told.fields()).toEqual(['dateFin', 'enRetard', 'statut', 'enRetard'])
  })

  it('tells nobody of what was so already', async ({ act, make, prisma }) => {
    const { ficheId, viewer } = await setUp(make)
    const same = { ficheId, statut: 'EN_COURS', dateFin: '2026-03-12' } as const
    await act(viewer, (useCase) => updateFiche(useCase, same))
    const { updatedAt } = await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })
    const told = recorded()
    await act(viewer, (useCase) => updateFiche(told.in(useCase), same))
    await act(viewer, (useCase) => updateFiche(told.in(useCase), { ficheId }))
    expect(told.changes).toEqual([])
    expect((await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })).updatedAt).toEqual(updatedAt)
  })

  it('keeps the changes of two people at once on different fields', async ({ act, make, prisma }) => {
    const { ficheId, viewer, colleague } = await setUp(make)
    await Promise.all([
      act(viewer, (useCase) => updateFiche(useCase, { ficheId, statut: 'EN_COURS' })),
      act(colleague, (useCase) => updateFiche(useCase, { ficheId, priorite: 'ELEVE' })),
      act(viewer, (useCase) => updateFiche(useCase, { ficheId, calendrier: 'Été' })),
    ])
    const kept = { statut: 'EN_COURS', priorite: 'ELEVE', calendrier: 'Été' }
    expect(await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })).toMatchObject(kept)
  })

  it('keeps the last of two changes of one field', async ({ act, make, prisma }) => {
    const { ficheId, viewer, colleague } = await setUp(make)
    const entered = Promise.withResolvers<void>()
    const first = act(viewer, async (useCase) => {
      await updateFiche(useCase, { ficheId, statut: 'EN_COURS' })
      entered.resolve()
    })
    await entered.promise
    // Waits for the first one’s commit, then comes after it.
    await act(colleague, (useCase) => updateFiche(useCase, { ficheId, statut: 'EN_PAUSE' }))
    await first
    expect(await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })).toMatchObject({ statut: 'EN_PAUSE' })
  })

  it('judges a date with the stored other one, in both directions', async ({ act, make }) => {
    const { ficheId, viewer } = await setUp(make)
    const update = (dates: { dateDebut?: string | null; dateFin?: string | null }) =>
      act(viewer, (useCase) => updateFiche(useCase, { ficheId, ...dates }))
    await update({ dateDebut: '2026-03-12', dateFin: '2026-03-13' })
    await expect(update({ dateDebut: '2026-03-14' })).rejects.toMatchObject(refusal('DATES_REVERSED'))
    await expect(update({ dateFin: '2026-03-11' })).rejects.toMatchObject(refusal('DATES_REVERSED'))
    await update({ dateFin: '2026-03-12' })
    await update({ dateDebut: null })
    await update({ dateFin: '2020-01-01' })
    await expect(update({ dateDebut: '2020-01-02' })).rejects.toMatchObject(refusal('DATES_REVERSED'))
    await expect(update({ dateDebut: '2027-01-02', dateFin: '2027-01-01' })).rejects.toMatchObject(
      refusal('DATES_REVERSED'),
    )
  })

  it('never lets two dates sent at once be reversed', async ({ act, make, prisma }) => {
    const { ficheId, viewer, colleague } = await setUp(make)
    const outcomes = await Promise.allSettled([
      act(viewer, (useCase) => updateFiche(useCase, { ficheId, dateDebut: '2026-06-01' })),
      act(colleague, (useCase) => updateFiche(useCase, { ficheId, dateFin: '2026-05-01' })),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { dateDebut, dateFin } = await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })
    expect([dateDebut, dateFin]).toContain(null)
  })

  it('takes days of the years 1900 to 2200, and no other', async ({ act, make }) => {
    const { ficheId, viewer } = await setUp(make)
    const update = (dateFin: string) => act(viewer, (useCase) => updateFiche(useCase, { ficheId, dateFin }))
    await update('1900-01-01')
    await update('2200-12-31')
    await expect(update('1899-12-31')).rejects.toMatchObject(refusal('DATE_OUT_OF_RANGE'))
    await expect(update('2201-01-01')).rejects.toMatchObject(refusal('DATE_OUT_OF_RANGE'))
    await expect(update('2026-02-29')).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it.for(['calendrier', 'participationDetail'] as const)(
    'takes as many characters as %s holds, and not one more',
    async (field, { act, make, prisma }) => {
      const { ficheId, viewer } = await setUp(make)
      const update = (text: string) => act(viewer, (useCase) => updateFiche(useCase, { ficheId, [field]: text }))
      // Written with two UTF-16 units: characters are counted as people count them.
      const longest = '𝔸'.repeat(MAX_DETAIL_CHARACTERS)
      await update(` ${longest} `)
      expect((await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } }))[field]).toBe(longest)
      await expect(update(`${longest}x`)).rejects.toMatchObject(refusal('DETAIL_TOO_LONG'))
    },
  )

  it('takes whole weights from 0 to 100, and no other; nothing said is told from nothing counted', async ({
    act,
    make,
    prisma,
  }) => {
    const { ficheId, viewer } = await setUp(make)
    const update = (poids: number | null) => act(viewer, (useCase) => updateFiche(useCase, { ficheId, poids }))
    const stored = async () => (await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })).poids
    expect(await stored()).toBeNull()
    for (const poids of [0, MAX_POIDS, null]) {
      await update(poids)
      expect(await stored()).toBe(poids)
    }
    for (const poids of [-1, MAX_POIDS + 1]) {
      await expect(update(poids)).rejects.toMatchObject(refusal('POIDS_OUT_OF_RANGE'))
    }
    await expect(update(1.5)).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it('is for a contributeur who pilots, themselves or by a service', async ({ act, make, prisma }) => {
    const { collectivite, service, ficheId } = await setUp(make)
    const role = 'CONTRIBUTEUR'
    const ofService = await make.membre({ collectivite, role, services: [service] })
    const pilote = await make.membre({ collectivite, role })
    const other = await make.membre({ collectivite, role })
    const personne = await prisma.personne.findFirstOrThrow({ where: { membre: { userId: pilote.user.id } } })
    await prisma.fichePilote.create({
      data: { ficheId, personneId: personne.id, collectiviteId: collectivite.id },
    })
    const update = (viewer: typeof other.viewer) =>
      act(viewer, (useCase) => updateFiche(useCase, { ficheId, statut: 'REALISE' }))
    await update(ofService.viewer)
    await update(pilote.viewer)
    await expect(update(other.viewer)).rejects.toThrow(ForbiddenError)
    await expect(update((await make.membre()).viewer)).rejects.toThrow(NotFoundError)
  })
})
