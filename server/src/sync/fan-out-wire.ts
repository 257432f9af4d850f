import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What one process committed to one document, in order. */
export interface CommittedUpdates {
  documentId: string
  epoch: string
  /** seqs of the first and of the last update. */
  from: bigint
  to: bigint
  /** V1. None: too heavy to be sent, to be read from the log. */
  updates: Uint8Array[]
  /** Owners of the Yjs clients that these are the first to use. */
  owners: Map<number, string | null>
}

/** Where one Yjs client is, as its own process says it. */
export interface ToldPresence {
  clientId: number
  userId: string
  /** JSON of the awareness state with its stamped user; null: gone. */
  state: string | null
}

/** What processes tell each other about documents. */
export type DocumentMessage =
  | { kind: 'committed'; documents: CommittedUpdates[] }
  /** Whoever hears it holds it until their room has every update up to `behind`. */
  | {
      kind: 'presence'
      documentId: string
      behind: bigint
      /** Whether those left out are not there. */
      isAll: boolean
      entries: ToldPresence[]
    }
  /** Who is in these documents? Each process answers for its own. */
  | { kind: 'whoIsThere'; documentIds: string[] }

const COMMITTED = 0
const PRESENCE = 1
const WHO_IS_THERE = 2

export function encodeDocumentMessage(message: DocumentMessage): Uint8Array {
  const encoder = encoding.createEncoder()
  switch (message.kind) {
    case 'committed':
      encoding.writeVarUint(encoder, COMMITTED)
      writeList(encoder, message.documents, writeCommitted)
      break
    case 'presence':
      encoding.writeVarUint(encoder, PRESENCE)
      encoding.writeVarString(encoder, message.documentId)
      encoding.writeBigUint64(encoder, message.behind)
      encoding.writeVarUint(encoder, message.isAll ? 1 : 0)
      writeList(encoder, message.entries, writePresence)
      break
    case 'whoIsThere':
      encoding.writeVarUint(encoder, WHO_IS_THERE)
      writeList(encoder, message.documentIds, encoding.writeVarString)
  }
  return encoding.toUint8Array(encoder)
}

/** Null: not a message of this version of Pupitre. */
export function decodeDocumentMessage(bytes: Uint8Array): DocumentMessage | null {
  try {
    return read(decoding.createDecoder(bytes))
  } catch {
    return null
  }
}

function read(decoder: decoding.Decoder): DocumentMessage | null {
  switch (decoding.readVarUint(decoder)) {
    case COMMITTED:
      return { kind: 'committed', documents: readList(decoder, readCommitted) }
    case PRESENCE:
      return {
        kind: 'presence',
        documentId: decoding.readVarString(decoder),
        behind: decoding.readBigUint64(decoder),
        isAll: decoding.readVarUint(decoder) === 1,
        entries: readList(decoder, readPresence),
      }
    case WHO_IS_THERE:
      return { kind: 'whoIsThere', documentIds: readList(decoder, decoding.readVarString) }
    default:
      return null
  }
}

function writeCommitted(encoder: encoding.Encoder, committed: CommittedUpdates): void {
  encoding.writeVarString(encoder, committed.documentId)
  encoding.writeVarString(encoder, committed.epoch)
  encoding.writeBigUint64(encoder, committed.from)
  encoding.writeBigUint64(encoder, committed.to)
  writeList(encoder, committed.updates, encoding.writeVarUint8Array)
  writeList(encoder, [...committed.owners], (into, [client, owner]) => {
    encoding.writeVarUint(into, client)
    encoding.writeVarString(into, owner ?? '')
  })
}

function readCommitted(decoder: decoding.Decoder): CommittedUpdates {
  return {
    documentId: decoding.readVarString(decoder),
    epoch: decoding.readVarString(decoder),
    from: decoding.readBigUint64(decoder),
    to: decoding.readBigUint64(decoder),
    updates: readList(decoder, decoding.readVarUint8Array),
    owners: new Map(
      readList(decoder, (from) => [decoding.readVarUint(from), decoding.readVarString(from) || null] as const),
    ),
  }
}

function writePresence(encoder: encoding.Encoder, { clientId, userId, state }: ToldPresence): void {
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarString(encoder, userId)
  encoding.writeVarString(encoder, state ?? '')
}

function readPresence(decoder: decoding.Decoder): ToldPresence {
  return {
    clientId: decoding.readVarUint(decoder),
    userId: decoding.readVarString(decoder),
    state: decoding.readVarString(decoder) || null,
  }
}

function writeList<T>(
  encoder: encoding.Encoder,
  items: readonly T[],
  write: (into: encoding.Encoder, item: T) => void,
) {
  encoding.writeVarUint(encoder, items.length)
  for (const item of items) write(encoder, item)
}

function readList<T>(decoder: decoding.Decoder, readItem: (from: decoding.Decoder) => T): T[] {
  const items: T[] = []
  // A length beyond the end of the message ends in an error of the first item that is not there.
  for (let left = decoding.readVarUint(decoder); left > 0; left--) items.push(readItem(decoder))
  return items
}
