import { decodeAnchor, type DocumentKind, encodeAnchor, findAgain, isFieldOf, locateAnchors } from '@pupitre/document'
import type * as Y from 'yjs'
import { z } from 'zod'
import type { PassagePlace, StoredPassage } from '../domain/live-text.ts'
import type { SyncLogger } from './logger.ts'
import { fieldsOf, fieldText } from './quiet-text.ts'
import type { RoomDocument } from './room-document.ts'

/** Told of the fiches or plans of which passages are elsewhere, lost or found. Must not throw. */
export type OnPassages = (kind: DocumentKind, ownerIds: readonly string[]) => void

/** What of the database is asked for passages. */
export interface PassageQueries {
  query: (asked: {
    name: string
    text: string
    values: unknown[]
  }) => Promise<{ rows: unknown[]; rowCount: number | null }>
}

type Room = Pick<RoomDocument, 'doc' | 'ref' | 'seq'>

const stored = z.object({
  fil_id: z.string(),
  owner_id: z.string(),
  texte: z.string(),
  caracteres: z.instanceof(Uint8Array),
  citation: z.string(),
  avant: z.string(),
  apres: z.string(),
  seule: z.boolean(),
  seq: z.coerce.bigint(),
  perdu: z.boolean(),
})

type Stored = z.infer<typeof stored>

/** What is to be written of a passage, in place of what was read of it. */
interface Moved extends PassagePlace {
  filId: string
  ownerId: string
  seq: bigint
  before: Stored
}

/** Times that passages are looked for when somebody puts one elsewhere meanwhile: more than once is a defect of ours. */
const MAX_TRIES = 3

const OWNER: Record<DocumentKind, string> = { fiche: 'fiche_id', plan: 'plan_id' }

const read = (owner: string) => `
SELECT p.fil_id, f.${owner} AS owner_id, p.texte, p.caracteres, p.citation, p.avant, p.apres, p.seule, p.seq, p.perdu
FROM fil f JOIN passage p ON p.fil_id = f.id WHERE f.${owner} = ANY ($1::uuid[])`

// What is older than the row never overwrites it, nor what was read before somebody put it elsewhere. Rows are locked in the order of
// their ids.
const WRITE = `
UPDATE passage SET texte = m.texte, caracteres = m.caracteres, seq = m.seq, perdu = m.perdu FROM (
  SELECT t.* FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::bigint[], $5::boolean[], $6::bytea[], $7::bigint[])
    AS t(fil_id, texte, caracteres, seq, perdu, read_caracteres, read_seq)
  JOIN passage p ON p.fil_id = t.fil_id AND p.caracteres = t.read_caracteres AND p.seq = t.read_seq
  ORDER BY p.fil_id FOR NO KEY UPDATE OF p
) m WHERE passage.fil_id = m.fil_id`

/**
 * Follows the passages that threads are about, once their texts are projected: those that have lost characters are found again by their
 * quote, and all who look are told the one answer that is stored.
 */
export class Passages {
  readonly #pool: PassageQueries
  readonly #logger: SyncLogger
  readonly #onPassages: OnPassages

  constructor({ pool, logger, onPassages }: { pool: PassageQueries; logger: SyncLogger; onPassages: OnPassages }) {
    this.#pool = pool
    this.#logger = logger
    this.#onPassages = onPassages
  }

  /** Never rejects: what fails is done at the document's next edit. */
  async follow(kind: DocumentKind, rooms: readonly Room[]): Promise<void> {
    try {
      for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
        if (await this.#followAll(kind, rooms)) return
      }
    } catch (err) {
      this.#logger.warn({ err, documents: rooms.length }, 'passages were not followed')
    }
  }

  /** False when a passage was put elsewhere meanwhile, by somebody or by another process: it is to be looked at again. */
  async #followAll(kind: DocumentKind, rooms: readonly Room[]): Promise<boolean> {
    const byOwner = new Map(rooms.map((room) => [room.ref.uuid, room]))
    const { rows } = await this.#pool.query({
      name: `passages-${kind}`,
      text: read(OWNER[kind]),
      values: [[...byOwner.keys()]],
    })
    const moved = z
      .array(stored)
      .parse(rows)
      .flatMap((passage) => {
        const room = byOwner.get(passage.owner_id)
        return room ? (followed(room, passage) ?? []) : []
      })
    if (moved.length === 0) return true
    const { rowCount } = await this.#pool.query({ name: 'move-passages', text: WRITE, values: valuesOf(moved) })
    this.#onPassages(kind, [...new Set(moved.map(({ ownerId }) => ownerId))])
    return rowCount === moved.length
  }
}

/** What is to be written of a passage; null when nothing is. */
function followed({ doc, ref, seq }: Room, passage: Stored): Moved | null {
  if (seq < passage.seq) return null
  const place = locatePassage(anchorFields({ doc, kind: ref.kind }), passage)
  const isThere = place.perdu === passage.perdu && place.caracteres === passage.caracteres
  const { fil_id: filId, owner_id: ownerId } = passage
  return isThere ? null : { ...place, filId, ownerId, seq, before: passage }
}

/** The fields of a document as anchors are looked for in them. */
export function anchorFields({ doc, kind }: { doc: Y.Doc; kind: DocumentKind }): ReadonlyMap<string, Y.Text> {
  const fields = fieldsOf(doc).filter((field) => isFieldOf(kind, field))
  return new Map(fields.map((field) => [field, fieldText(doc, field)]))
}

/** Where a passage is among fields: its characters as they are stored when nothing better is found. */
export function locatePassage(fields: ReadonlyMap<string, Y.Text>, passage: StoredPassage): PassagePlace {
  const { texte, caracteres, citation, avant, apres, seule } = passage
  const anchor = decodeAnchor(caracteres)
  if (!anchor) return { texte, caracteres, perdu: true }
  const quote = { quote: citation, before: avant, after: apres }
  const again = findAgain(fields, { field: texte, anchor, quote, wasAlone: seule })
  if (again) return { texte: again.field, caracteres: encodeAnchor(again.anchor), perdu: false }
  const text = fields.get(texte)
  return { texte, caracteres, perdu: !text || locateAnchors(text, [anchor])[0] === null }
}

function valuesOf(moved: readonly Moved[]): unknown[] {
  return [
    moved.map(({ filId }) => filId),
    moved.map(({ texte }) => texte),
    moved.map(({ caracteres }) => Buffer.from(caracteres)),
    moved.map(({ seq }) => seq),
    moved.map(({ perdu }) => perdu),
    moved.map(({ before }) => Buffer.from(before.caracteres)),
    moved.map(({ before }) => before.seq),
  ]
}
