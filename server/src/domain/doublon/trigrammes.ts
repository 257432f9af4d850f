/** The groups of three letters of a word, as PostgreSQL's pg_trgm makes them: two blanks before, one after. */
function trigramsOf(mot: string): Set<string> {
  const padded = `  ${mot} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}

/** How close two words are by their letters, from 0 to 1: what `similarity` of pg_trgm answers. */
export function trigramProximity(a: string, b: string): number {
  const [ofA, ofB] = [trigramsOf(a), trigramsOf(b)]
  const common = [...ofA].filter((trigram) => ofB.has(trigram)).length
  return common / (ofA.size + ofB.size - common)
}
