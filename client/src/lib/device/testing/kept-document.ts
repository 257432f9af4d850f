import * as Y from 'yjs'
import { Device } from '../device.ts'
import { FROM_DEVICE, type LocalCopy, type Restored } from '../local-copy.ts'

/** Origin of what a test puts into a document as if the server had sent it. */
export const FROM_SERVER = Symbol('from the server')

export interface KeptDocument {
  device: Device
  doc: Y.Doc
  copy: LocalCopy
  restored: Restored | null
  write: (words: string, field?: string) => void
  receive: (update: Uint8Array) => void
}

export const EPOCH = '11111111-1111-4111-8111-111111111111'
export const FICHE = 'fiche/22222222-2222-4222-8222-222222222222'

/** A document kept on this device, as a page just opened finds it. */
export async function openKept({
  userId,
  path = FICHE,
  device = new Device(),
}: {
  userId: string
  path?: string
  device?: Device
}): Promise<KeptDocument> {
  const doc = new Y.Doc()
  const copy = device.of(userId).copyOf({ path, doc, onChange: () => {} })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_DEVICE) return
    if (origin === FROM_SERVER) copy.received(update)
    else copy.edited({ update, fields: typeof origin === 'string' ? [origin] : [] })
  })
  const restored = await copy.load()
  return {
    device,
    doc,
    copy,
    restored,
    write: (words, field = 'description') => doc.transact(() => doc.getText(field).insert(0, words), field),
    receive: (update) => Y.applyUpdate(doc, update, FROM_SERVER),
  }
}

/** What a server has: a document with words in a field. */
export function serverState(words: string, field = 'description'): { doc: Y.Doc; update: Uint8Array } {
  const doc = new Y.Doc()
  doc.getText(field).insert(0, `${words}\n`)
  return { doc, update: Y.encodeStateAsUpdate(doc) }
}
