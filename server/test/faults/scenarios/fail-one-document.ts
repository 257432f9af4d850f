import pg from 'pg'
import { startChildServer } from '../../../src/sync/testing/child-server.ts'
import { seededRandom } from '../../seeded-random.ts'
import type { FaultReport } from '../report.ts'
import { Scene, type Stage } from '../scene.ts'

const DOCUMENTS = 4
const KEYSTROKE_MS = 20
/** A row that breaks a rule, a trigger's own error, a damaged page, a disk that cannot be read there, and a row held for ever. */
const SQLSTATES = ['23514', 'P0001', 'XX001', '58030', '55P03'] as const

/** The database refuses every update of one document, for one reason after the other, while people type in it and in others. */
export async function failOneDocument({
  stage,
  seed,
  acknowledgedMeanwhile,
}: {
  stage: Stage
  seed: number
  /** Edits of the other documents that must be acknowledged while the one fails. */
  acknowledgedMeanwhile: number
}): Promise<FaultReport> {
  const random = seededRandom(seed)
  const scenes: Scene[] = []
  for (let i = 0; i < DOCUMENTS; i++) scenes.push(await Scene.open({ stage, random }))
  const server = await startChildServer({ databaseUrl: stage.connectionString })
  try {
    for (const scene of scenes) {
      scene.enter({ url: `ws://127.0.0.1:${server.port}`, stock: 1, withAcks: 1 })
      scene.startTyping({ everyMs: KEYSTROKE_MS })
    }
    const [failing, ...others] = scenes
    if (!failing) throw new Error('no document')
    for (const sqlstate of SQLSTATES) {
      await Promise.all(scenes.map((scene) => scene.moreAcknowledged(acknowledgedMeanwhile)))
      failing.oracle.faultBegins()
      await refuse({ stage, documentId: failing.documentId, sqlstate })
      await Promise.all(others.map((scene) => scene.moreAcknowledged(acknowledgedMeanwhile)))
      await failing.checkStored()
      await accept(stage)
      await failing.recovered()
    }
    const faults = `one document of ${DOCUMENTS} refused for ${SQLSTATES.join(', ')}`
    const verdicts = await Promise.all(scenes.map((scene) => scene.judge()))
    return { faults, seed, verdicts }
  } finally {
    for (const scene of scenes) scene.leave()
    await server.kill()
    await accept(stage)
    for (const scene of scenes) await scene.close()
  }
}

async function refuse(parts: { stage: Stage; documentId: string; sqlstate: string }): Promise<void> {
  const { stage, documentId, sqlstate } = parts
  await run(
    stage,
    `CREATE FUNCTION refuse_document() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'refused on purpose' USING ERRCODE = '${sqlstate}'; END $$`,
    `CREATE TRIGGER refuse_document BEFORE INSERT ON document_update
       FOR EACH ROW WHEN (NEW.document_id = '${documentId}') EXECUTE FUNCTION refuse_document()`,
  )
}

async function accept(stage: Stage): Promise<void> {
  await run(
    stage,
    'DROP TRIGGER IF EXISTS refuse_document ON document_update',
    'DROP FUNCTION IF EXISTS refuse_document',
  )
}

async function run({ connectionString }: Stage, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
