const NARROW_NBSP = '\u202f'
const NBSP = '\u00a0'

/**
 * French typography of a template: narrow no-break spaces before `;`, `!`, `?`, no-break spaces before `:` and inside
 * « ». Write the copy with ordinary spaces: fr`Quitter la page ?`. Values are put in as they are.
 */
export function fr(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return strings.reduce((text, part, index) => `${text}${values[index - 1] ?? ''}${withFrenchSpaces(part)}`, '')
}

function withFrenchSpaces(text: string): string {
  return text
    .replaceAll(/ (?=[;!?])/g, NARROW_NBSP)
    .replaceAll(/ (?=[:»])/g, NBSP)
    .replaceAll(/(?<=«) /g, NBSP)
}

/** `0 fiche`, `1 fiche`, `2 fiches`, `1 234 fiches`: in French zero is singular. */
export function counted(count: number, singular: string, plural: string): string {
  return `${count.toLocaleString('fr-FR')}${NBSP}${Math.abs(count) < 2 ? singular : plural}`
}
