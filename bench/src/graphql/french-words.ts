import { DEMO_COLLECTIVITES } from '@pupitre/prisma/demo'

/** Words of the demonstration's texts, as often as they come there. */
const WORDS = JSON.stringify(DEMO_COLLECTIVITES)
  .replaceAll(/\\[nu"]/g, ' ')
  .match(/\p{L}[\p{L}’-]{2,}/gu)

/** Writes so many words that are French, one after the other: texts as long and as varied as real ones, for an index. */
export function createWriter(random: () => number): (words: number) => string {
  const words = WORDS ?? []
  return (count) => Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ')
}
