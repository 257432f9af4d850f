import { randomInt } from 'node:crypto'
import type { DocumentRef, TextDelta, TextEdit } from '@pupitre/document'
import * as Y from 'yjs'
import { z } from 'zod'
import {
  type Actor,
  type LiveText,
  type LockedText,
  type StoredPassage,
  TextTooLargeError,
} from '../domain/live-text.ts'
import type { Tx } from '../domain/transaction.ts'
import { MAX_DOCUMENT_BYTES } from './limits.ts'
import { anchorFields, locatePassage } from './passages.ts'
import { fieldsOf, readField } from './quiet-text.ts'
import { unpackState } from './snapshot-state.ts'
import { withdrawals } from './withdrawals.ts'

const CLIENT_IDS = 2 ** 32
const FIRST_CLOCK = 0n

const documentRow = z.object({
  id: z.string(),
  kind: z.enum(['FICHE', 'PLAN']),
  owner: z.string(),
  epoch: z.string(),
  seq: z.coerce.bigint(),
})

const storedRow = z.object({ format: z.int().nullable(), bytes: z.instanceof(Uint8Array) })

/** Locks the rows of documents in the order in which the log's writer does, and reads what they hold. */
export async function lockDocuments(
  { tx, documents }: Parameters<LiveText['lock']>[0],
  { maxBytes = MAX_DOCUMENT_BYTES }: { maxBytes?: number } = {},
): Promise<LockedText[]> {
  const uuids = (kind: DocumentRef['kind']) => documents.filter((ref) => ref.kind === kind).map((ref) => ref.uuid)
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id, kind::text, coalesce(fiche_id, plan_id) AS owner, epoch::text, seq FROM live_document
    WHERE fiche_id = ANY (${uuids('fiche')}::uuid[]) OR plan_id = ANY (${uuids('plan')}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`
  const locked: LockedDocument[] = []
  for (const row of z.array(documentRow).parse(rows)) locked.push(await LockedDocument.read({ tx, row, maxBytes }))
  return locked
}

interface Reading {
  tx: Tx
  row: z.infer<typeof documentRow>
  /** What the document may weigh at most. */
  maxBytes: number
}

/** The log, and so everyone who reads it, has an edit of the transaction or nothing of it. */
class LockedDocument implements LockedText {
  readonly document: DocumentRef
  readonly fields: Readonly<Record<string, TextDelta>>
  readonly #tx: Tx
  readonly #id: string
  readonly #doc: Y.Doc
  readonly #epoch: string
  readonly #maxBytes: number
  #seq: bigint
  #bytes: number

  static async read({ tx, row, maxBytes }: Reading): Promise<LockedDocument> {
    // One statement, so one moment: a compaction beside it cannot show half of its work. What a snapshot has too changes nothing.
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT format, state AS bytes, seq FROM document_snapshot WHERE document_id = ${row.id}::uuid
      UNION ALL SELECT NULL, update, seq FROM document_update WHERE document_id = ${row.id}::uuid
      ORDER BY seq`
    const updates: Uint8Array[] = []
    for (const { format, bytes } of z.array(storedRow).parse(rows)) {
      updates.push(format === null ? bytes : await unpackState({ state: bytes, format }))
    }
    return new LockedDocument({ tx, row, maxBytes }, updates)
  }

  private constructor({ tx, row, maxBytes }: Reading, updates: readonly Uint8Array[]) {
    this.#tx = tx
    this.#maxBytes = maxBytes
    this.#id = row.id
    this.#seq = row.seq
    this.#epoch = row.epoch
    this.#bytes = updates.reduce((sum, update) => sum + update.length, 0)
    this.document = { kind: row.kind === 'FICHE' ? 'fiche' : 'plan', uuid: row.owner }
    this.#doc = new Y.Doc()
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update)
    })
    this.fields = Object.fromEntries(fieldsOf(this.#doc).map((field) => [field, readField(this.#doc, field)]))
  }

  async write({ edits, actor }: { edits: Readonly<Record<string, TextEdit>>; actor: Actor }): Promise<number> {
    const client = this.#newClient()
    await this.#append({ edits, client, actor })
    await this.#tx.documentClient.create({
      data: { documentId: this.#id, clientId: BigInt(client), userId: actor.userId },
    })
    await this.#tx.documentWriting.create({
      data: { documentId: this.#id, clientId: BigInt(client), clock: FIRST_CLOCK },
    })
    return client
  }

  locate(passages: readonly StoredPassage[]) {
    const fields = anchorFields({ doc: this.#doc, kind: this.document.kind })
    return { seq: this.#seq, places: passages.map((passage) => locatePassage(fields, passage)) }
  }

  async withdraw({ client, actor, except = [] }: { client: number; actor: Actor; except?: readonly string[] }) {
    const { edits, kept } = withdrawals(this.#doc, { client, except })
    const withdrawn = Object.keys(edits)
    if (withdrawn.length > 0) await this.#append({ edits, client: this.#newClient(), actor })
    return { withdrawn, kept }
  }

  async close(): Promise<string> {
    await this.#tx.liveDocument.update({ where: { id: this.#id }, data: { epoch: crypto.randomUUID() } })
    return this.#epoch
  }

  async reopen(epoch: string): Promise<void> {
    await this.#tx.liveDocument.update({ where: { id: this.#id }, data: { epoch } })
  }

  #newClient(): number {
    for (;;) {
      const client = randomInt(CLIENT_IDS)
      if (!this.#doc.store.clients.has(client)) return client
    }
  }

  async #append({ edits, client, actor }: { edits: Readonly<Record<string, TextEdit>>; client: number; actor: Actor }) {
    const update = this.#edited(edits, client)
    this.#bytes += update.length
    if (this.#bytes > this.#maxBytes) throw new TextTooLargeError('a document takes no more')
    this.#seq += 1n
    await this.#tx.documentUpdate.create({
      data: { documentId: this.#id, seq: this.#seq, update: new Uint8Array(update), userId: actor.userId },
    })
    await this.#tx.liveDocument.update({ where: { id: this.#id }, data: { seq: this.#seq } })
    Y.applyUpdate(this.#doc, update)
  }

  /** The update that makes these edits, on a copy: nothing is read here before the disk has it. */
  #edited(edits: Readonly<Record<string, TextEdit>>, client: number): Uint8Array {
    const copy = new Y.Doc()
    try {
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#doc))
      copy.clientID = client
      const texts = Object.entries(edits).map(([field, edit]) => ({ text: copy.getText(field), edit }))
      const written: Uint8Array[] = []
      copy.on('update', (update) => written.push(update))
      copy.transact(() => {
        for (const { text, edit } of texts) text.applyDelta(edit)
      })
      const [update] = written
      if (!update) throw new Error('an edit that changes nothing is not written')
      return update
    } finally {
      copy.destroy()
    }
  }
}
