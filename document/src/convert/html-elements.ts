import type { BlockKind } from '../model.ts'

/** Elements whose content is not text that a reader sees. */
const UNREAD = new Set(
  'script style head title template noscript iframe object embed svg math canvas audio video select datalist meta link base'.split(
    ' ',
  ),
)

const BLOCKS = new Set(
  (
    'address article aside body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'header hgroup hr html legend main menu nav optgroup p pre search section summary tbody tfoot thead'
  ).split(' '),
)

const KIND_OF_TAG: ReadonlyMap<string, BlockKind> = new Map([
  ['h1', 'h2'],
  ['h2', 'h2'],
  ['h3', 'h3'],
  ['h4', 'h3'],
  ['h5', 'h3'],
  ['h6', 'h3'],
  ['blockquote', 'quote'],
])

export function isUnread(tagName: string): boolean {
  return UNREAD.has(tagName)
}

export function isBlockElement(tagName: string): boolean {
  return BLOCKS.has(tagName)
}

/** The kind that an element gives to the blocks inside it, if it gives one. */
export function kindOfTag(tagName: string): BlockKind | undefined {
  return KIND_OF_TAG.get(tagName)
}
