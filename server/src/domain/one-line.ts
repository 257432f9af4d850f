// A tab too: a name has no columns.
const LINE_ENDS = /\s*[\t\n\r\u0085\u2028\u2029]+\s*/g

// Neither PostgreSQL nor a page can hold them.
// oxlint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u001f\u007f-\u009f]/g

// The same, but for the two that a page shows in a text of several lines.
// oxlint-disable-next-line no-control-regex
const UNREADABLE_IN_LINES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

// A name of zero-width spaces would be shown as none. PostgreSQL takes U+0085 for a space, and JavaScript does not.
const SOMETHING_TO_READ = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}]/u

/** A name or a title as one line of well-formed text, without spaces around it; empty when nothing of it can be read. */
export function oneLine(text: string): string {
  return readable(text.replaceAll(LINE_ENDS, ' ').replaceAll(UNREADABLE, ''))
}

/** The same for a text of several lines. */
export function severalLines(text: string): string {
  return readable(text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll(UNREADABLE_IN_LINES, ''))
}

function readable(text: string): string {
  const wellFormed = text.toWellFormed().trim()
  return SOMETHING_TO_READ.test(wellFormed) ? wellFormed : ''
}
