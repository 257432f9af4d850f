import { isFieldOf, type DocumentKind } from '@pupitre/document'
import * as Y from 'yjs'
import { MAX_CLOCK, MAX_VALUE_BYTES } from './limits.ts'

/** A Yjs update that cannot be read, or says what no client of a flat text says. Its sender is closed with 4400. */
export class BadUpdateError extends Error {
  override name = 'BadUpdateError'
}

export type Struct = Y.Item | Y.GC | Y.Skip

export interface DeleteRange {
  client: number
  clock: number
  length: number
}

/** An update that is well formed: each part may be integrated, if what it stands on is there. */
export interface InspectedUpdate {
  bytes: Uint8Array
  /** In the order of each client's clock. */
  structsByClient: Map<number, Struct[]>
  deletes: DeleteRange[]
}

/**
 * Decodes a V1 update and checks every struct, so that applying it to a document cannot throw and the document can
 * still be encoded afterwards. Yjs itself checks neither.
 * @throws BadUpdateError
 */
export function inspectUpdate(bytes: Uint8Array, kind: DocumentKind): InspectedUpdate {
  const { structs, ds } = decode(bytes)
  const structsByClient = new Map<number, Struct[]>()
  let lastClient: number | undefined
  for (const struct of structs) {
    checkStruct(struct, kind)
    const { client } = struct.id
    const known = structsByClient.get(client)
    // Yjs keeps only the last of two sections of one client.
    if (known && client !== lastClient) throw new BadUpdateError('two sections of one client')
    if (known) known.push(struct)
    else structsByClient.set(client, [struct])
    lastClient = client
  }
  return { bytes, structsByClient, deletes: readDeletes(ds) }
}

function decode(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(bytes)
  } catch (error) {
    throw new BadUpdateError('not a Yjs update', { cause: error })
  }
}

function readDeletes(ds: ReturnType<typeof Y.decodeUpdate>['ds']): DeleteRange[] {
  const deletes: DeleteRange[] = []
  ds.clients.forEach((items, client) => {
    for (const { clock, len } of items) {
      if (len < 1 || clock + len > MAX_CLOCK) throw new BadUpdateError('a deletion of an impossible range')
      deletes.push({ client, clock, length: len })
    }
  })
  return deletes
}

function checkStruct(struct: Struct, kind: DocumentKind): void {
  const { clock, client } = struct.id
  // A struct of no length makes Yjs search for ever or throw.
  if (!(struct.length >= 1) || clock + struct.length > MAX_CLOCK)
    throw new BadUpdateError('a struct of an impossible length')
  if (!(struct instanceof Y.Item)) return
  checkContent(struct.content)
  if (struct.parentSub !== null) throw new BadUpdateError('a key of a text')
  checkParent(struct.parent, kind)
  for (const neighbour of [struct.origin, struct.rightOrigin]) {
    // Yjs looks for a client's own characters without asking whether they are there.
    if (neighbour && neighbour.client === client && neighbour.clock >= clock)
      throw new BadUpdateError('a struct that stands on itself')
  }
}

function checkParent(parent: unknown, kind: DocumentKind): void {
  if (parent === null) return
  // In a decoded update the parent is a root's name, or the id of a nested type: a flat text has none.
  if (typeof parent !== 'string') throw new BadUpdateError('a nested type')
  if (!isFieldOf(kind, parent)) throw new BadUpdateError('not a field of this document')
}

function checkContent(content: Y.Item['content']): void {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return
  if (content instanceof Y.ContentFormat) return checkValue([content.key, content.value])
  if (content instanceof Y.ContentEmbed) return checkValue(content.embed)
  throw new BadUpdateError('content that a flat text does not hold')
}

function checkValue(value: unknown): void {
  let json: string | undefined
  try {
    json = JSON.stringify(value)
  } catch (error) {
    throw new BadUpdateError('a value that cannot be written again', { cause: error })
  }
  if (json === undefined || json.length > MAX_VALUE_BYTES) throw new BadUpdateError('a value that is too large')
}
