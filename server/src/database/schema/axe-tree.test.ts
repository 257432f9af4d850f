import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../../test/seeded-random.ts'
import { testDatabase } from '../../../test/test-database.ts'

const MOVERS = 8
const MOVES_EACH = 120
const AXES = 12

describe('the tree of axes', () => {
  const { connectionString } = testDatabase()
  const pool = new pg.Pool({ connectionString, max: MOVERS })
  let planId: string

  beforeAll(async () => {
    planId = await plan()
  })
  afterAll(() => pool.end())

  it('refuses an axe as its own parent', async () => {
    const id = await axe({ planId })
    await expect(move(id, id)).rejects.toMatchObject({ code: '23514', constraint: 'axe_no_cycle' })
  })

  it('refuses an axe under its own descendant, at any depth', async () => {
    const top = await axe({ planId })
    const middle = await axe({ planId, parentId: top })
    const bottom = await axe({ planId, parentId: middle })
    await expect(move(top, bottom)).rejects.toMatchObject({ constraint: 'axe_no_cycle' })
  })

  it('refuses a parent of another plan', async () => {
    const id = await axe({ planId })
    const elsewhere = await axe({ planId: await plan() })
    await expect(move(id, elsewhere)).rejects.toMatchObject({ code: '23503' })
  })

  it('accepts two axes which swap their places in one statement', async () => {
    const parent = await axe({ planId })
    const child = await axe({ planId, parentId: parent })
    await pool.query(
      `UPDATE axe SET parent_id = CASE id WHEN $1::uuid THEN $2::uuid ELSE NULL END WHERE id IN ($1, $2)`,
      [parent, child],
    )
    expect(await parentOf(parent)).toBe(child)
  })

  it('refuses one of two crossed moves made at the same moment', async () => {
    const [a, b] = [await axe({ planId }), await axe({ planId })]
    const [first, second] = [await pool.connect(), await pool.connect()]
    try {
      await first.query('BEGIN')
      await second.query('BEGIN')
      await first.query('UPDATE axe SET parent_id = $2 WHERE id = $1', [a, b])
      const crossed = second.query('UPDATE axe SET parent_id = $2 WHERE id = $1', [b, a])
      await expect.poll(() => waitsForALock(second)).toBe(true)
      await first.query('COMMIT')
      await expect(crossed).rejects.toMatchObject({ constraint: 'axe_no_cycle' })
    } finally {
      await second.query('ROLLBACK')
      first.release()
      second.release()
    }
  })

  it(`stays a tree under ${MOVERS * MOVES_EACH} random moves by ${MOVERS} people at once`, async () => {
    const crowded = await plan()
    const ids = await Promise.all(Array.from({ length: AXES }, () => axe({ planId: crowded })))
    // The seed draws what each one tries; how the tries meet is up to PostgreSQL.
    const seed = Number(process.env['AXE_TREE_SEED'] ?? Date.now() % 1_000_000)
    const outcomes = await Promise.all(
      Array.from({ length: MOVERS }, (_, mover) => moveAtRandom(ids, seededRandom(seed + mover))),
    )
    const refusals = outcomes.flat().filter((outcome) => outcome === 'axe_no_cycle').length
    process.stdout.write(`axe tree, AXE_TREE_SEED=${seed}: ${refusals} of ${MOVERS * MOVES_EACH} moves refused\n`)
    expect(refusals).toBeGreaterThan(0)
    expect(refusals).toBeLessThan(MOVERS * MOVES_EACH)
    expect(new Set(outcomes.flat())).toEqual(new Set(['moved', 'axe_no_cycle']))
    expect(await reachableFromTheRoot(crowded)).toBe(AXES)
  })

  it('goes with its plan and its collectivité, placements included', async () => {
    const doomed = await plan()
    const parent = await axe({ planId: doomed })
    const child = await axe({ planId: doomed, parentId: parent })
    const ficheId = randomUUID()
    await pool.query(
      `INSERT INTO fiche (id, collectivite_id, updated_at) SELECT $1, collectivite_id, now() FROM plan WHERE id = $2`,
      [ficheId, doomed],
    )
    await pool.query(
      `INSERT INTO placement (id, fiche_id, plan_id, axe_id, collectivite_id, position)
       SELECT $1, $2, id, $3, collectivite_id, 'a0' FROM plan WHERE id = $4`,
      [randomUUID(), ficheId, child, doomed],
    )
    await pool.query('DELETE FROM collectivite WHERE id = (SELECT collectivite_id FROM plan WHERE id = $1)', [doomed])
    expect((await pool.query('SELECT 1 FROM axe WHERE plan_id = $1', [doomed])).rowCount).toBe(0)
  })

  async function plan(): Promise<string> {
    const [id, collectiviteId] = [randomUUID(), randomUUID()]
    const siren = String(Math.floor(100_000_000 + Math.random() * 900_000_000))
    await pool.query(`INSERT INTO collectivite (id, siren, nom, type) VALUES ($1, $2, 'Test', 'COMMUNE')`, [
      collectiviteId,
      siren,
    ])
    await pool.query(
      `INSERT INTO plan (id, collectivite_id, nom, nom_normalise, type, updated_at) VALUES ($1, $2, 'Plan', 'plan', 'PCAET', now())`,
      [id, collectiviteId],
    )
    return id
  }

  async function axe({ planId, parentId = null }: { planId: string; parentId?: string | null }): Promise<string> {
    const id = randomUUID()
    await pool.query(
      `INSERT INTO axe (id, plan_id, parent_id, nom, position, updated_at) VALUES ($1, $2, $3, 'Axe', 'a0', now())`,
      [id, planId, parentId],
    )
    return id
  }

  async function move(id: string, parentId: string | null): Promise<void> {
    await pool.query('UPDATE axe SET parent_id = $2 WHERE id = $1', [id, parentId])
  }

  async function moveAtRandom(ids: string[], random: () => number): Promise<string[]> {
    const outcomes: string[] = []
    for (let count = 0; count < MOVES_EACH; count++) {
      const [id, parent] = [any(ids, random), random() < 0.2 ? null : any(ids, random)]
      outcomes.push(
        await move(id, parent).then(
          () => 'moved',
          (error: unknown) => (error instanceof pg.DatabaseError ? (error.constraint ?? error.message) : String(error)),
        ),
      )
    }
    return outcomes
  }

  async function parentOf(id: string): Promise<unknown> {
    return (await pool.query('SELECT parent_id FROM axe WHERE id = $1', [id])).rows[0]?.parent_id
  }

  async function reachableFromTheRoot(planId: string): Promise<number> {
    const { rows } = await pool.query<{ reached: number }>(
      `WITH RECURSIVE reached AS (
         SELECT id FROM axe WHERE plan_id = $1 AND parent_id IS NULL
         UNION SELECT axe.id FROM axe JOIN reached ON axe.parent_id = reached.id
       ) SELECT count(*)::int AS reached FROM reached`,
      [planId],
    )
    return rows[0]?.reached ?? 0
  }

  async function waitsForALock(client: pg.PoolClient): Promise<boolean> {
    const pid = 'processID' in client ? client.processID : undefined
    const { rowCount } = await pool.query(
      "SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'",
      [pid],
    )
    return rowCount === 1
  }
})

function any<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}
