import { buildSchema, findBreakingChanges } from 'graphql'

/**
 * What a schema takes away from those who use the API, beside what the decisions name word for word.
 *
 * @param baseline the schema that was promised
 * @param decisions the pages of docs/decisions
 * @returns sentences, to be written into a decision if the change is wanted
 */
export function unnamedBreakingChanges({
  baseline,
  current,
  decisions,
}: {
  baseline: string
  current: string
  decisions: readonly string[]
}): string[] {
  return findBreakingChanges(buildSchema(baseline), buildSchema(current))
    .map(({ description }) => description)
    .filter((description) => !decisions.some((page) => page.includes(description)))
}
