const NARROW_NBSP = '\u202f'
const NBSP = '\u00a0'

/** French typography of a sentence: no-break spaces before double punctuation and inside « ». */
export function typeset(text: string): string {
  return text
    .replaceAll(/ (?=[;!?])/g, NARROW_NBSP)
    .replaceAll(/ (?=[:»])/g, NBSP)
    .replaceAll(/(?<=«) /g, NBSP)
}
