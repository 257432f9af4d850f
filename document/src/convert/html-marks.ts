import type { InlineMark } from '../model.ts'

/** The elements that carry a mark by their name. */
const MARK_OF_TAG: ReadonlyMap<string, InlineMark> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['cite', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strike'],
  ['del', 'strike'],
  ['strike', 'strike'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
])

export function markOfTag(tagName: string): InlineMark | undefined {
  return MARK_OF_TAG.get(tagName)
}
