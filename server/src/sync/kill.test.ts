import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../test/test-database.ts'
import { openPool } from './sync-database.ts'
import { startChildServer } from './testing/child-server.ts'
import { marksOf } from './testing/marks.ts'
import { newFiche, storedText } from './testing/stored-document.ts'
import { silentLogger } from './testing/test-engine.ts'
import { seededRandom } from '../../test/seeded-random.ts'
import { Typist } from './testing/typist.ts'

const KILLS = 20
const ACKNOWLEDGED_PER_KILL = 200
const TYPISTS = 5
/** Three of the typists are plain stock clients, two ask for acknowledgements. */
const WITH_ACKS = 2
const KEYSTROKE_MS = 5
const TEST_TIMEOUT_MS = 180_000

test(
  `[S35] keeps every edit that was acknowledged or seen over ${KILLS} kills of the server`,
  async () => {
    const { connectionString } = testDatabase()
    const pool = openPool({ connectionString, logger: silentLogger })
    const { ref, documentId } = await newFiche()
    const seed = Date.now() % 1_000_000
    const random = seededRandom(seed)
    let server = await startChildServer({ databaseUrl: connectionString })
    const { port } = server
    const typists = Array.from(
      { length: TYPISTS },
      (_, i) => new Typist({ name: `t${i}`, url: `ws://127.0.0.1:${port}`, uuid: ref.uuid, wantsAcks: i < WITH_ACKS }),
    )
    const keyboards = typists.map((typist) => setInterval(() => typist.type(random), KEYSTROKE_MS))
    onTestFinished(async () => {
      for (const keyboard of keyboards) clearInterval(keyboard)
      for (const typist of typists) typist.leave()
      await server.kill()
      await pool.end()
    })

    const acknowledged = () => typists.reduce((sum, typist) => sum + typist.acknowledged().length, 0)
    for (let kill = 1; kill <= KILLS; kill++) {
      const enough = acknowledged() + ACKNOWLEDGED_PER_KILL + random() * ACKNOWLEDGED_PER_KILL
      await expect.poll(acknowledged, { timeout: 20_000, interval: 5 }).toBeGreaterThan(enough)
      await server.kill()
      await expect.poll(() => typists.some((typist) => typist.provider.wsconnected)).toBe(false)
      // What the next process will find, before any client can bring back what was lost.
      const kept = new Set(marksOf(await storedText(pool, documentId)))
      for (const typist of typists) {
        const promised = [...typist.acknowledged(), ...typist.seen()]
        const lost = promised.filter((mark) => !kept.has(mark))
        expect(lost, `kill ${kill}, seed ${seed}`).toEqual([])
      }
      server = await startChildServer({ databaseUrl: connectionString, port })
    }

    for (const keyboard of keyboards) clearInterval(keyboard)
    const typed = typists.flatMap((typist) => typist.typed)
    const storedMarks = async () => marksOf(await storedText(pool, documentId)).toSorted()
    const everything = typed.toSorted()
    await expect.poll(storedMarks, { timeout: 20_000 }).toEqual(everything)
    // What is stored is on its way to everyone.
    for (const typist of typists) {
      await expect.poll(() => marksOf(typist.text).toSorted(), { timeout: 20_000 }).toEqual(everything)
    }
    expect(new Set(typists.map(({ text }) => text)).size).toBe(1)
    process.stdout.write(
      `[S35] ${KILLS} kills, ${typed.length} edits typed, ${acknowledged()} acknowledged, 0 lost (seed ${seed})\n`,
    )
  },
  TEST_TIMEOUT_MS,
)
