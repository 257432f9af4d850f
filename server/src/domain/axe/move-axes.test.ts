import type { Axe, Plan, PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { recorded } from '../../../test/recorded.ts'
import { ConflictError, ForbiddenError, NotFoundError } from '../errors.ts'
import { createAxe } from './create-axe.ts'
import { moveAxes } from './move-axes.ts'
import { renameAxe } from './rename-axe.ts'

/** The tree as nested names: `A(B C) D`. */
async function drawn(prisma: PrismaClient, plan: Plan): Promise<string> {
  const axes = await prisma.axe.findMany({
    where: { planId: plan.id },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const below = (parentId: string | null): string =>
    axes
      .filter((axe) => axe.parentId === parentId)
      .map(({ id, nom }) => (below(id) ? `${nom}(${below(id)})` : nom))
      .join(' ')
  return below(null)
}

describe('moveAxes', () => {
  it('moves several at once, in their order, beside a neighbour, and back where they were', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const axes = new Map<string, Axe>()
    for (const nom of ['A', 'B', 'C', 'D']) axes.set(nom, await make.axe({ plan, nom }))
    const parent = axes.get('D')
    if (!parent) throw new Error('D is made above')
    for (const nom of ['E', 'F', 'G']) axes.set(nom, await make.axe({ parent, nom }))
    const ids = (names: string) => [...names].map((nom) => axes.get(nom)?.id ?? '')
    const id = (nom: string) => axes.get(nom)?.id ?? ''

    const { back } = await act(viewer, (useCase) =>
      moveAxes(useCase, { planId: plan.id, moves: [{ axeIds: ids('AFB'), parentId: id('D'), afterId: id('E') }] }),
    )
    expect(await drawn(prisma, plan)).toBe('C D(E A F B G)')
    await act(viewer, (useCase) =>
      moveAxes(useCase, { planId: plan.id, moves: back.map(({ ids: axeIds, ...place }) => ({ axeIds, ...place })) }),
    )
    expect(await drawn(prisma, plan)).toBe('A B C D(E F G)')

    // One that is under another of them follows it; a neighbour that is elsewhere means the end.
    await act(viewer, (useCase) =>
      moveAxes(useCase, { planId: plan.id, moves: [{ axeIds: ids('DE'), parentId: id('A'), beforeId: id('C') }] }),
    )
    expect(await drawn(prisma, plan)).toBe('A(D(E F G)) B C')
  })

  it('asks the database as much for many moves as for one', async ({ make, prisma, act, counted }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const parents = await Promise.all(['A', 'B', 'C'].map((nom) => make.axe({ plan, nom })))
    const child = await make.axe({ plan, nom: 'D' })
    const move = (parentIds: (string | null)[]) =>
      counted.statementsOf(() =>
        act(viewer, (useCase) =>
          moveAxes(useCase, {
            planId: plan.id,
            moves: parentIds.map((parentId) => ({ axeIds: [child.id], parentId })),
          }),
        ),
      )
    const one = await move([parents[0]?.id ?? null])
    const many = await move([...parents.map(({ id }) => id), null, parents[1]?.id ?? null])
    expect(many).toHaveLength(one.length)
    expect((await prisma.axe.findUniqueOrThrow({ where: { id: child.id } })).parentId).toBe(parents[1]?.id)
  })

  it('refuses a cycle, another plan’s parent, an absent axe and who may only read, and changes nothing', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const parent = await make.axe({ plan, nom: 'A' })
    const enfant = await make.axe({ parent, nom: 'B' })
    const elsewhere = await make.axe({ plan: await make.plan({ collectivite }) })
    const { viewer } = await make.membre({ collectivite })
    const { viewer: contributeur } = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
    const move = (axeId: string, parentId: string | null, by = viewer) =>
      act(by, (useCase) => moveAxes(useCase, { planId: plan.id, moves: [{ axeIds: [axeId], parentId }] }))
    await expect(move(parent.id, enfant.id)).rejects.toThrow(ConflictError)
    await expect(move(parent.id, parent.id)).rejects.toThrow(ConflictError)
    await expect(move(enfant.id, elsewhere.id)).rejects.toThrow(NotFoundError)
    await expect(move(elsewhere.id, null)).rejects.toThrow(NotFoundError)
    await expect(move(enfant.id, null, contributeur)).rejects.toThrow(ForbiddenError)
    expect(await drawn(prisma, plan)).toBe('A(B)')
  })
})

describe('createAxe and renameAxe', () => {
  it('creates an axe at its place, and answers the name that a renamed one had', async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const first = await make.axe({ plan, nom: 'A' })
    await make.axe({ plan, nom: 'C' })
    const id = await act(viewer, (useCase) =>
      createAxe(useCase, { planId: plan.id, parentId: null, nom: ' X ', afterId: first.id }),
    )
    expect(await drawn(prisma, plan)).toBe('A X C')
    const told = recorded()
    expect(await act(viewer, (useCase) => renameAxe(told.in(useCase), { axeId: id, nom: 'B' }))).toEqual({
      before: 'X',
    })
    expect(told.changes).toEqual([{ kind: 'plan', planId: plan.id, axeIds: [id], renamedAxeIds: [id] }])
    expect(await drawn(prisma, plan)).toBe('A B C')
  })

  it('does not take back a name that a colleague gave since', async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const axe = await make.axe({ plan: await make.plan({ collectivite }), nom: 'A' })
    const { viewer } = await make.membre({ collectivite })
    const rename = (nom: string, nomAttendu?: string) =>
      act(viewer, (useCase) => renameAxe(useCase, { axeId: axe.id, nom, nomAttendu }))
    await rename('B')
    await rename('C')
    await expect(rename('A', 'B')).rejects.toMatchObject({ code: 'AXE_RENAMED' })
    expect(await prisma.axe.findUnique({ where: { id: axe.id } })).toMatchObject({ nom: 'C' })
    expect(await rename('A', 'C')).toEqual({ before: 'C' })
  })
})
