import { ContentEmbed, ContentFormat, ContentString } from 'yjs'
import type * as Y from 'yjs'
import type { DeltaAttributes, TextDelta } from '../model.ts'
import { embedValue } from './token.ts'

/** The delta of a whole text, read from its items: unlike `toDelta`, every embed is one object, whatever was embedded. */
export function deltaOfItems(text: Y.Text): TextDelta {
  const delta: TextDelta = []
  let attributes: DeltaAttributes = {}
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof ContentFormat) {
      const { key, value }: { key: string; value: unknown } = content
      const { [key]: _replaced, ...others } = attributes
      attributes = value === null ? others : { ...others, [key]: value }
    } else if (content instanceof ContentString) delta.push({ insert: content.str, attributes })
    else if (item.countable) {
      const value: unknown = content instanceof ContentEmbed ? content.embed : null
      for (let i = 0; i < item.length; i++) delta.push({ insert: embedValue(value), attributes })
    }
  }
  return delta
}
