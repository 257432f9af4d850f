import {
  type Anchor,
  decodeAnchor,
  type DocumentKind,
  encodeAnchor,
  findAgain,
  isFieldOf,
  locateAnchors,
} from '@pupitre/document'
import type { Pool } from 'pg'
import { z } from 'zod'
import type { SyncLogger } from './logger.ts'
import { fieldsOf, fieldText } from './quiet-text.ts'
import type { RoomDocument } from './room-document.ts'

/** Told of the fiches or plans of which passages are elsewhere, lost or found. Must not throw. */
export type OnPassages = (kind: DocumentKind, ownerIds: readonly string[]) => void

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

/** What is to be written of a passage: its characters where its words were found again, and whether any is left. */
interface Moved {
  filId: string
  ownerId: string
  texte: string
  caracteres: Uint8Array
  seq: bigint
  perdu: boolean
}

const OWNER: Record<DocumentKind, string> = { fiche: 'fiche_id', plan: 'plan_id' }

const read = (owner: string) => `
SELECT p.fil_id, f.${owner} AS owner_id, p.texte, p.caracteres, p.citation, p.avant, p.apres, p.seule, p.seq, p.perdu
FROM fil f JOIN passage p ON p.fil_id = f.id WHERE f.${owner} = ANY ($1::uuid[])`

// Guarded as a projection is: what is older than the row never overwrites it, and rows are locked in the order of their ids.
const WRITE = `
UPDATE passage SET texte = m.texte, caracteres = m.caracteres, seq = m.seq, perdu = m.perdu FROM (
  SELECT t.* FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::bigint[], $5::boolean[]) AS t(fil_id, texte, caracteres, seq, perdu)
  JOIN passage p ON p.fil_id = t.fil_id AND p.seq <= t.seq ORDER BY p.fil_id FOR NO KEY UPDATE OF p
) m WHERE passage.fil_id = m.fil_id AND passage.seq <= m.seq`

/**
 * Follows the passages that threads are about, once their texts are projected: those that have lost characters are found again by their
 * quote, and all who look are told the one answer that is stored.
 */
export class Passages {
  readonly #pool: Pool
  readonly #logger: SyncLogger
  readonly #onPassages: OnPassages

  constructor({ pool, logger, onPassages }: { pool: Pool; logger: SyncLogger; onPassages: OnPassages }) {
    this.#pool = pool
    this.#logger = logger
    this.#onPassages = onPassages
  }

  /** Never rejects: what fails is done at the document's next edit. */
  async follow(kind: DocumentKind, rooms: readonly Room[]): Promise<void> {
    try {
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
      if (moved.length === 0) return
      await this.#pool.query({ name: 'move-passages', text: WRITE, values: valuesOf(moved) })
      this.#onPassages(kind, [...new Set(moved.map(({ ownerId }) => ownerId))])
    } catch (err) {
      this.#logger.warn({ err, documents: rooms.length }, 'passages were not followed')
    }
  }
}

/** What is to be written of a passage; null when nothing is. */
function followed({ doc, ref, seq }: Room, passage: Stored): Moved | null {
  const anchor = decodeAnchor(passage.caracteres)
  if (!anchor || seq < passage.seq) return null
  const { fil_id: filId, owner_id: ownerId, texte, citation, avant, apres, seule } = passage
  const fields = new Map(
    fieldsOf(doc)
      .filter((field) => isFieldOf(ref.kind, field))
      .map((field) => [field, fieldText(doc, field)]),
  )
  const quote = { quote: citation, before: avant, after: apres }
  const again = findAgain(fields, { field: texte, anchor, quote, wasAlone: seule })
  if (again) {
    return { filId, ownerId, texte: again.field, caracteres: encodeAnchor(again.anchor), seq, perdu: false }
  }
  const perdu = isLost(fields.get(texte), anchor)
  return perdu === passage.perdu ? null : { filId, ownerId, texte, caracteres: passage.caracteres, seq, perdu }
}

function isLost(text: ReturnType<typeof fieldText> | undefined, anchor: Anchor): boolean {
  return !text || locateAnchors(text, [anchor])[0] === null
}

function valuesOf(moved: readonly Moved[]): unknown[] {
  return [
    moved.map(({ filId }) => filId),
    moved.map(({ texte }) => texte),
    moved.map(({ caracteres }) => Buffer.from(caracteres)),
    moved.map(({ seq }) => seq),
    moved.map(({ perdu }) => perdu),
  ]
}
