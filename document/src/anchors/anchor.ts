import type * as Y from 'yjs'

/** Characters that one client wrote one after the other: ids `clock` to `clock + length - 1`. */
export interface CharacterRange {
  client: number
  clock: number
  length: number
}

/** The characters that a thread is about, sorted by client and clock (docs/anchors-spec.md). */
export type Anchor = readonly CharacterRange[]

/** A stretch of a text, in UTF-16 units: `from` included, `to` not. */
export interface TextRange {
  from: number
  to: number
}

/** The ids of what a stretch holds, line ends left out (A5); empty when there is nothing else. */
export function anchorOf(text: Y.Text, { from, to }: TextRange): Anchor {
  const ranges: CharacterRange[] = []
  let offset = 0
  for (let item = text._start; item && offset < to; item = item.right) {
    if (item.deleted || !item.countable) continue
    const start = Math.max(0, from - offset)
    const end = Math.min(item.length, to - offset)
    for (let i = start; i < end; i++) {
      if (isLineEnd(item, i)) continue
      addCharacter(ranges, item.id.client, item.id.clock + i)
    }
    offset += item.length
  }
  return ranges.toSorted((a, b) => a.client - b.client || a.clock - b.clock).reduce(joinNext, [])
}

function isLineEnd(item: Y.Item, index: number): boolean {
  const { content } = item
  return 'str' in content && typeof content.str === 'string' && content.str[index] === '\n'
}

function addCharacter(ranges: CharacterRange[], client: number, clock: number): void {
  const last = ranges.at(-1)
  if (last && last.client === client && last.clock + last.length === clock) last.length++
  else ranges.push({ client, clock, length: 1 })
}

function joinNext(ranges: CharacterRange[], next: CharacterRange): CharacterRange[] {
  const last = ranges.at(-1)
  if (last && last.client === next.client && last.clock + last.length === next.clock) last.length += next.length
  else ranges.push({ ...next })
  return ranges
}
