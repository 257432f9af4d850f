// A tab too: a name has no columns.
const LINE_ENDS = /\s*[\t\n\r\u0085\u2028\u2029]+\s*/g

// Neither PostgreSQL nor a page can hold them.
// oxlint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u001f\u007f-\u009f]/g

/** A name or a title as one line of well-formed text, without spaces around it. */
export function oneLine(text: string): string {
  return text.replaceAll(LINE_ENDS, ' ').replaceAll(UNREADABLE, '').toWellFormed().trim()
}
