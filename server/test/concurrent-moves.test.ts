import { describe, expect } from 'vitest'
import { moveAxes } from '../src/domain/axe/move-axes.ts'
import { DomainError } from '../src/domain/errors.ts'
import { movePlacements } from '../src/domain/placement/move-placements.ts'
import { seededRandom } from './seeded-random.ts'
import { domainTest as it } from './domain-test.ts'

/** Set SEED to draw again the moves of a run that failed. */
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 32))
const MOVES = 40
const AXES = 12
const FICHES = 30
const VIEWERS = 4

describe(`concurrent moves (SEED=${SEED})`, () => {
  it(`keeps a valid tree with every fiche in it, in a total order, after ${MOVES} random moves from ${VIEWERS} people at once`, async ({
    make,
    prisma,
    act,
  }) => {
    const random = seededRandom(SEED)
    const draw = <Value>(values: readonly Value[]): Value => {
      const value = values[Math.floor(random() * values.length)]
      if (value === undefined) throw new Error('there is nothing to draw')
      return value
    }
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const viewers = await Promise.all(
      Array.from({ length: VIEWERS }, async () => (await make.membre({ collectivite })).viewer),
    )
    const axes = [await make.axe({ plan })]
    while (axes.length < AXES) axes.push(await make.axe({ parent: draw(axes) }))
    const fiches = []
    while (fiches.length < FICHES) fiches.push(await make.fiche({ axe: draw(axes) }))

    const axeIds = axes.map(({ id }) => id)
    const placementIds = fiches.map(({ placement }) => placement.id)
    const some = (ids: readonly string[]) => [...new Set([draw(ids), draw(ids), draw(ids)].slice(0, 1 + random() * 3))]
    const neighbours = (ids: readonly string[]) =>
      random() < 0.5 ? { beforeId: draw(ids), afterId: null } : { beforeId: null, afterId: draw(ids) }
    const drawMove = () => {
      const into = random() < 0.2 ? null : draw(axeIds)
      return random() < 0.5
        ? { kind: 'axes' as const, move: { axeIds: some(axeIds), parentId: into, ...neighbours(axeIds) } }
        : {
            kind: 'fiches' as const,
            move: { placementIds: some(placementIds), axeId: into, ...neighbours(placementIds) },
          }
    }
    // Each person sends one move after the other, while the three others send theirs.
    const drawn = viewers.map((viewer) => ({ viewer, moves: Array.from({ length: MOVES / VIEWERS }, drawMove) }))
    let done = 0
    await Promise.all(
      drawn.map(async ({ viewer, moves }) => {
        for (const { kind, move } of moves) {
          await act<{ planId: string }>(viewer, (useCase) =>
            kind === 'axes'
              ? moveAxes(useCase, { planId: plan.id, moves: [move] })
              : movePlacements(useCase, { planId: plan.id, moves: [move] }),
          ).then(
            () => (done += 1),
            (error: unknown) => {
              // A cycle is refused; nothing else is.
              if (!(error instanceof DomainError) || error.code !== 'AXE_CYCLE') throw error
            },
          )
        }
      }),
    )
    expect(done).toBeGreaterThan(MOVES / 4)

    const tree = await prisma.axe.findMany({ where: { planId: plan.id } })
    const parents = new Map(tree.map(({ id, parentId }) => [id, parentId]))
    expect(parents.size).toBe(AXES)
    for (const { id } of tree) {
      const seen = new Set<string>()
      for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
        expect(seen.has(at)).toBe(false)
        seen.add(at)
      }
    }
    const places = await prisma.placement.findMany({ where: { planId: plan.id } })
    expect(new Set(places.map(({ ficheId }) => ficheId))).toEqual(new Set(fiches.map(({ id }) => id)))
    expect(places.every(({ axeId }) => axeId === null || parents.has(axeId))).toBe(true)
    const siblings = [
      ...tree.map(({ parentId, position }) => `${parentId} ${position}`),
      ...places.map(({ axeId, position }) => `fiche ${axeId} ${position}`),
    ]
    expect(new Set(siblings).size).toBe(AXES + FICHES)
  })
})
