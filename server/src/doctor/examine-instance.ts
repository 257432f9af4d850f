import type pg from 'pg'
import { z } from 'zod'
import { examineDocument } from './examine-document.ts'
import { examineVersions } from './examine-versions.ts'
import { isRepairable, type Problem } from './problem.ts'
import { repairProjection } from './repair-projection.ts'
import { readStoredDocument } from './stored-document.ts'

/** Documents whose ids are read at once; each is then examined alone, so that memory does not grow with the instance. */
const PAGE = 500
/** Before every id. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

export interface Examination {
  documents: { fiche: number; plan: number }
  /** Updates in the logs. */
  updates: number
  snapshots: number
  /** Versions kept of their texts. */
  versions: number
  /** People who wrote and have no account any more. */
  formerAuthors: number
  /** What is still wrong. */
  problems: Problem[]
  repaired: number
}

interface ExaminationParts {
  client: pg.ClientBase
  shouldRepair: boolean
  /** Lets the projection of a running server come: it may be two seconds behind. */
  waitForProjections: () => Promise<void>
}

/** Examines every document of an instance. Reads only, unless asked to repair; works beside a running server. */
export async function examineInstance(parts: ExaminationParts): Promise<Examination> {
  const { client } = parts
  const examination: Examination = {
    documents: { fiche: 0, plan: 0 },
    updates: 0,
    snapshots: 0,
    versions: 0,
    formerAuthors: await countFormerAuthors(client),
    problems: await findAbsent(client),
    repaired: 0,
  }
  const late: { documentId: string; projectedSeq: bigint }[] = []
  for await (const documentId of documentIds(client)) {
    const stored = await readStoredDocument(client, documentId)
    if (!stored) continue
    examination.documents[stored.ref.kind] += 1
    examination.updates += stored.updates.length
    examination.snapshots += stored.snapshot ? 1 : 0
    const kept = await examineVersions(client, stored)
    examination.versions += kept.versions
    examination.problems.push(...kept.problems)
    const problems = await examineDocument(stored)
    if (problems.some(({ kind }) => kind === 'projectionLate'))
      late.push({ documentId, projectedSeq: stored.projectedSeq })
    else await settle(parts, { documentId, problems, examination })
  }
  if (late.length > 0) await parts.waitForProjections()
  for (const { documentId, projectedSeq } of late) {
    const stored = await readStoredDocument(client, documentId)
    if (!stored) continue
    const isComing = stored.projectedSeq > projectedSeq
    const problems = (await examineDocument(stored)).filter(({ kind }) => kind !== 'projectionLate' || !isComing)
    await settle(parts, { documentId, problems, examination })
  }
  return examination
}

/** Keeps a document's problems, or repairs those that can be. */
async function settle(
  { client, shouldRepair }: ExaminationParts,
  { documentId, problems, examination }: { documentId: string; problems: Problem[]; examination: Examination },
): Promise<void> {
  if (!shouldRepair || !problems.some(isRepairable)) {
    examination.problems.push(...problems)
    return
  }
  await repairProjection(client, documentId)
  const again = await readStoredDocument(client, documentId)
  // People may have written meanwhile: a projection that is behind again is the server's to write.
  const left = again ? (await examineDocument(again)).filter(({ kind }) => kind !== 'projectionLate') : []
  examination.problems.push(...left)
  if (!left.some(isRepairable)) examination.repaired += 1
}

async function* documentIds(client: pg.ClientBase): AsyncGenerator<string> {
  let after = FIRST_ID
  for (let isMore = true; isMore;) {
    const { rows } = await client.query('SELECT id::text FROM live_document WHERE id > $1 ORDER BY id LIMIT $2', [
      after,
      PAGE,
    ])
    const ids = z.array(z.object({ id: z.string() })).parse(rows)
    for (const { id } of ids) yield id
    after = ids.at(-1)?.id ?? after
    isMore = ids.length === PAGE
  }
}

/** Fiches and plans that nobody can open: they have no document. */
async function findAbsent(client: pg.ClientBase): Promise<Problem[]> {
  const { rows } = await client.query(
    `SELECT 'fiche' AS kind, f.id::text AS uuid FROM fiche f LEFT JOIN live_document d ON d.fiche_id = f.id WHERE d.id IS NULL
     UNION ALL
     SELECT 'plan', p.id::text FROM plan p LEFT JOIN live_document d ON d.plan_id = p.id WHERE d.id IS NULL`,
  )
  return z
    .array(z.object({ kind: z.enum(['fiche', 'plan']), uuid: z.string() }))
    .parse(rows)
    .map((ref) => ({ ref, kind: 'absent' }))
}

async function countFormerAuthors(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query(
    `SELECT count(DISTINCT c.user_id)::int AS count FROM document_client c
     WHERE c.user_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = c.user_id)`,
  )
  return z.array(z.object({ count: z.int() })).parse(rows)[0]?.count ?? 0
}
