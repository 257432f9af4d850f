/** What a list that was edited by hand gained and lost, in order. */
export function setChanges<Value>(
  before: readonly Value[],
  after: readonly Value[],
): { added: Value[]; removed: Value[] } {
  return {
    added: after.filter((value) => !before.includes(value)),
    removed: before.filter((value) => !after.includes(value)),
  }
}
