import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { recorded } from '../../../test/recorded.ts'
import { restore } from '../corbeille/restore.ts'
import { readableJournal } from '../rights/readable.ts'
import { createSousAction } from '../sous-action/create-sous-action.ts'
import { mergeFiches } from './merge-fiches.ts'

describe('a merge', () => {
  it('is one act of the journal, whose line on the kept fiche names the other', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const kept = await make.fiche({ plan })
    const absorbed = await make.fiche({ plan, titre: 'Voies vertes' })
    const { viewer } = await make.membre({ collectivite })
    const { viewer: lecteur } = await make.membre({ collectivite, role: 'LECTEUR' })
    const { suppressionId } = await act(viewer, (useCase) =>
      mergeFiches(useCase, { ficheId: absorbed.id, intoId: kept.id, essai: false }),
    )
    const { acte } = await prisma.fusion.findUniqueOrThrow({ where: { ficheId: absorbed.id } })
    const lines = await prisma.journalEntry.findMany({
      where: { AND: [{ relation: 'fusion', ficheId: kept.id }, readableJournal(lecteur)] },
    })
    expect(lines).toMatchObject([
      { acte, operation: 'CREATION', userId: viewer.userId, apres: { 'fiche_id:nom': 'Voies vertes' } },
    ])
    const gone = await prisma.journalEntry.findMany({ where: { acte, ficheId: absorbed.id } })
    expect(gone.map(({ relation }) => relation).toSorted()).toEqual(['fiche', 'suppression'])
    await act(viewer, (useCase) => restore(useCase, { suppressionIds: [suppressionId ?? ''] }))
    expect(
      await prisma.journalEntry.count({ where: { relation: 'fusion', operation: 'SUPPRESSION', ficheId: kept.id } }),
    ).toBe(1)
  })

  it('tells who looks at either fiche, at its plans, at a sous-action', async ({ act, make }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const other = await make.plan({ collectivite })
    const kept = await make.fiche({ plan, description: 'une' })
    const absorbed = await make.fiche({ plan: other, description: 'autre' })
    const { viewer } = await make.membre({ collectivite })
    const { sousActionId } = await act(viewer, (useCase) =>
      createSousAction(useCase, { parentId: absorbed.id, fiche: { titre: 'Jalonner', axeId: null } }),
    )
    const told = recorded()
    await act(viewer, (useCase) =>
      mergeFiches(told.in(useCase), { ficheId: absorbed.id, intoId: kept.id, essai: false }),
    )
    expect(told.rights.flatMap(({ fiches }) => fiches ?? [])).toEqual(
      expect.arrayContaining([absorbed.id, sousActionId]),
    )
    expect(told.changes).toEqual(
      expect.arrayContaining([
        { kind: 'fiche', ficheId: absorbed.id, fields: [] },
        expect.objectContaining({ kind: 'fiche', ficheId: kept.id, fields: expect.arrayContaining(['placements']) }),
        { kind: 'fiche', ficheId: kept.id, fields: ['sousActions'] },
        { kind: 'fiche', ficheId: sousActionId, fields: ['parent'] },
        expect.objectContaining({ kind: 'plan', planId: other.id, removedPlacementIds: [absorbed.placement.id] }),
        expect.objectContaining({ kind: 'plan', planId: other.id, placementIds: [expect.any(String)] }),
        { kind: 'corbeille', collectiviteId: collectivite.id },
      ]),
    )
  })

  it('is done once when two people merge the same two, each into the other', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const ids = [(await make.fiche({ plan })).id, (await make.fiche({ plan })).id] as const
    const { viewer } = await make.membre({ collectivite })
    const { viewer: colleague } = await make.membre({ collectivite })
    const outcomes = await Promise.allSettled([
      act(viewer, (useCase) => mergeFiches(useCase, { ficheId: ids[0], intoId: ids[1], essai: false })),
      act(colleague, (useCase) => mergeFiches(useCase, { ficheId: ids[1], intoId: ids[0], essai: false })),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'FICHE_NOT_FOUND' } })
    expect(await prisma.fusion.count({ where: { ficheId: { in: [...ids] } } })).toBe(1)
    expect(await prisma.fiche.count({ where: { id: { in: [...ids] }, suppressionId: null } })).toBe(1)
  })
})
