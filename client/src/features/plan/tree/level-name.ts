/** Endings and words of the names that plans give to their levels which are feminine. */
const FEMININE =
  /^(?:[a-zà-ÿ]*(?:tion|sion|té|ique|ure|ence|ance|ie|ée|ière|esse)|cible|mesure|étape|famille|fiche|ligne|piste|branche|tâche)s?$/i

/** What a plan calls its axes at a depth, the root being 0; the last name serves below it. */
export function levelName(niveaux: readonly string[], depth: number): string {
  return niveaux[Math.min(depth, niveaux.length - 1)] ?? 'Axe'
}

/** The same in a sentence: « un objectif stratégique », « une orientation ». An acronym keeps its capitals. */
export function aLevel(name: string): string {
  const noun = /^(?:sous-)?([^\s-]+)/i.exec(name)?.[1] ?? ''
  const lower = /^\p{Lu}{2}/u.test(name) ? name : `${name.charAt(0).toLocaleLowerCase('fr')}${name.slice(1)}`
  return `${FEMININE.test(noun) ? 'une' : 'un'} ${lower}`
}
