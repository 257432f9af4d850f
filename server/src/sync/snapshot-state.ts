import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import * as Y from 'yjs'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Yjs's encoding of the snapshots that are written: the one that clients are sent. */
export const SNAPSHOT_FORMAT = 1

/** A snapshot as the database has it. */
export interface StoredSnapshot {
  /** Raw deflate. */
  state: Uint8Array
  /** Yjs's encoding: 2 for those of before docs/decisions/0017, until their document is compacted again. */
  format: number
}

/** A document's whole content (V1), as the database keeps it in `SNAPSHOT_FORMAT`. */
export function packState(state: Uint8Array): Promise<Buffer> {
  return deflate(state)
}

/** The whole content that a snapshot holds (V1). @throws when its bytes are no content */
export async function unpackState({ state, format }: StoredSnapshot): Promise<Uint8Array> {
  const update = await inflate(state)
  return format === SNAPSHOT_FORMAT ? update : Y.convertUpdateFormatV2ToV1(update)
}
