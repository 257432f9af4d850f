import type { Pool } from 'pg'
import { z } from 'zod'
import { versionsToThin } from '../domain/version/thin-versions.ts'
import { encodeVersion } from '../domain/version/version-content.ts'
import { textEntries } from './text-entries.ts'
import type { TouchedFields } from './touched-fields.ts'
import { changeSince, contentOf, type VersionCapture } from './version-capture.ts'

/** When a session was, and who this process knows to have written in it. */
export interface SessionPeriod {
  /** null: not known, the process that had it died. */
  startedAt: Date | null
  endedAt: Date | null
  userIds: ReadonlySet<string>
  /** Which fields each of them changed. */
  touched: TouchedFields
}

const contextRow = z.object({
  clients: z.array(z.coerce.number()),
  users: z.array(z.string().nullable()),
  writers: z.array(z.string()),
  last_written_at: z.date(),
  versions: z.array(z.object({ id: z.string(), ended_at: z.coerce.date() })),
  previous_seq: z.coerce.bigint().nullable(),
  previous_length: z.int().nullable(),
  previous_vector: z.instanceof(Buffer).nullable(),
})

const CONTEXT = `
SELECT
  ARRAY(SELECT c.client_id::text FROM document_client c WHERE c.document_id = d.id ORDER BY c.client_id) AS clients,
  ARRAY(SELECT c.user_id::text FROM document_client c WHERE c.document_id = d.id ORDER BY c.client_id) AS users,
  ARRAY(SELECT DISTINCT u.user_id::text FROM document_update u
    WHERE u.document_id = d.id AND u.seq > coalesce(p.seq, 0) AND u.seq <= $2 AND u.user_id IS NOT NULL) AS writers,
  coalesce((SELECT max(u.created_at) FROM document_update u WHERE u.document_id = d.id AND u.seq <= $2),
    (SELECT max(s.created_at) FROM document_snapshot s WHERE s.document_id = d.id), d.created_at) AS last_written_at,
  coalesce((SELECT json_agg(json_build_object('id', v.id, 'ended_at', v.ended_at)) FROM document_version v
    WHERE v.document_id = d.id), '[]') AS versions,
  p.seq AS previous_seq, p.length AS previous_length, p.state_vector AS previous_vector
FROM live_document d
LEFT JOIN LATERAL (SELECT * FROM document_version WHERE document_id = d.id ORDER BY seq DESC LIMIT 1) p ON true
WHERE d.id = $1`

// Nothing of a document that was restored or deleted meanwhile. What changes nothing since the version before is not one more.
const SAVE = `
WITH document AS (
  SELECT id FROM live_document WHERE id = $1 AND epoch = $2 AND seq >= $3
), saved AS (
  INSERT INTO document_version
    (id, document_id, seq, content, author_ids, added, removed, length, started_at, ended_at, state_vector)
  SELECT $4, id, $3, $5, $6, $7, $8, $9, $10, $11, $12 FROM document
  WHERE NOT EXISTS (
    SELECT 1 FROM (SELECT content FROM document_version WHERE document_id = $1 ORDER BY seq DESC LIMIT 1) last
    WHERE last.content = $5)
  ON CONFLICT (document_id, seq) DO NOTHING
  RETURNING document_id
), journalised AS (
  INSERT INTO journal_entry
    (acte, rang, at, collectivite_id, user_id, api_key_id, origine, operation, relation, cle, apres, fiche_id, plan_id)
  SELECT $4, entry.rang - 1, $11, coalesce(f.collectivite_id, p.collectivite_id), u.id, k.id,
    (CASE WHEN k.id IS NULL THEN 'PAGE' ELSE 'API' END)::"JournalOrigine", 'CHANGEMENT', 'texte',
    jsonb_strip_nulls(jsonb_build_object('champ', entry.field)), jsonb_build_object('ajouts', entry.added, 'version', $4), f.id, p.id
  FROM saved JOIN live_document d ON d.id = saved.document_id
  LEFT JOIN fiche f ON f.id = d.fiche_id LEFT JOIN plan p ON p.id = d.plan_id
  CROSS JOIN unnest($14::uuid[], $15::text[], $16::int[]) WITH ORDINALITY AS entry(user_id, field, added, rang)
  LEFT JOIN "user" u ON u.id = entry.user_id LEFT JOIN api_key k ON k.id = entry.user_id
  WHERE u.id IS NOT NULL OR k.id IS NOT NULL
), outdated AS (
  UPDATE document_version v SET state_vector = NULL FROM saved
  WHERE v.document_id = saved.document_id AND v.seq < $3 AND v.state_vector IS NOT NULL
)
DELETE FROM document_version WHERE document_id = $1 AND id = ANY($13::uuid[])`

/** The versions of documents in PostgreSQL. */
export class VersionStore {
  readonly #pool: Pool
  readonly #now: () => number
  /** The last save of each document that has one under way: each is compared with the one before. */
  readonly #saving = new Map<string, Promise<void>>()

  constructor({ pool, now }: { pool: Pool; now: () => number }) {
    this.#pool = pool
    this.#now = now
  }

  /** Stores what a document said when it was captured, unless it is stored already, and lets go of those that age thins. */
  save(capture: VersionCapture, period: SessionPeriod): Promise<void> {
    const { documentId } = capture
    const before = this.#saving.get(documentId)?.catch(() => undefined) ?? Promise.resolve()
    const saving = before
      .then(() => this.#save(capture, period))
      .finally(() => {
        if (this.#saving.get(documentId) === saving) this.#saving.delete(documentId)
      })
    this.#saving.set(documentId, saving)
    return saving
  }

  async #save(capture: VersionCapture, period: SessionPeriod): Promise<void> {
    const { documentId, epoch, seq, stateVector } = capture
    const { rows } = await this.#pool.query({ name: 'version-context', text: CONTEXT, values: [documentId, seq] })
    if (rows.length === 0) return
    const context = contextRow.parse(rows[0])
    // Another process was there before.
    if (context.previous_seq !== null && context.previous_seq >= seq) return
    const owners = new Map(context.clients.map((client, i) => [client, context.users[i] ?? null]))
    const { previous_vector: vector, previous_length: length } = context
    const change = changeSince(capture, vector && { stateVector: vector, length: length ?? 0 })
    const writers = change.clients.flatMap((client) => owners.get(client) ?? [])
    const authorIds = [...new Set([...writers, ...context.writers, ...period.userIds])].toSorted()
    const entries = textEntries(capture, { previousVector: vector, owners, authorIds, touched: period.touched })
    const endedAt = period.endedAt ?? context.last_written_at
    const thinned = versionsToThin(
      [...context.versions.map((version) => ({ ...version, endedAt: version.ended_at })), { id: null, endedAt }],
      new Date(this.#now()),
    )
    await this.#pool.query({
      name: 'version-save',
      text: SAVE,
      values: [
        documentId,
        epoch,
        seq,
        crypto.randomUUID(),
        await encodeVersion(contentOf(capture, owners)),
        authorIds,
        change.added,
        change.removed,
        change.length,
        period.startedAt ?? endedAt,
        endedAt,
        stateVector,
        thinned.flatMap(({ id }) => id ?? []),
        entries.map(({ userId }) => userId),
        entries.map(({ field }) => field),
        entries.map(({ added }) => added),
      ],
    })
  }
}
