/** Deepest nesting that is parsed, in elements. Browsers stop at 512; the parser's time grows with size × depth. */
const MAX_DEPTH = 1000

const TAG = /<(\/?)([a-z][a-z0-9:-]*)/gi

/** Elements that end by themselves, so that pages leave them open without nesting. */
const CLOSES_ITSELF = new Set(
  'area base br col colgroup dd dt embed hr img input li link meta option optgroup p param rp rt source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
)

/** Whether HTML nests its elements deeper than any page does, judged from its tags in one pass. */
export function isNestedTooDeep(html: string): boolean {
  let depth = 0
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (CLOSES_ITSELF.has(name.toLowerCase())) continue
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}
