import type * as Y from 'yjs'

/** What stands for an embed: as long as one is in the text. */
const EMBED = '\ufffc'

/** A field's characters at their places in its `Y.Text`, line ends included. */
export function fieldCharacters(text: Y.Text): string {
  let characters = ''
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { content } = item
    characters += 'str' in content && typeof content.str === 'string' ? content.str : EMBED.repeat(item.length)
  }
  return characters
}
