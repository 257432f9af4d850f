import type * as Y from 'yjs'

/** One entry per character, bold or not, so that it does not matter where Yjs has cut its runs. */
export function readDelta(text: Y.Text): string {
  const delta: { insert: string; attributes?: { bold?: boolean } }[] = text.toDelta()
  return delta
    .flatMap(({ insert, attributes }) =>
      [...insert].map((character) => (attributes?.bold ? `*${character}` : character)),
    )
    .join('')
}
