// Neither PostgreSQL nor HTML can carry them: C0 and C1 controls (the tab excepted) and the Unicode line separators, which editors show as lines.
// oxlint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g

/** Text of one block as every reader may hold it: well-formed Unicode, no control character but the tab. */
export function cleanText(text: string): string {
  return text.replace(UNREADABLE, '').toWellFormed()
}
