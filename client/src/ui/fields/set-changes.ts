export interface SetChanges<Value> {
  added: readonly Value[]
  removed: readonly Value[]
}

/** What a list that was edited by hand gained and lost, in order. */
export function setChanges<Value>(before: readonly Value[], after: readonly Value[]): SetChanges<Value> {
  return {
    added: after.filter((value) => !before.includes(value)),
    removed: before.filter((value) => !after.includes(value)),
  }
}

/** A list with changes made to it, whatever a colleague did to it meanwhile: each value once. */
export function withChanges<Value>(list: readonly Value[], { added, removed }: SetChanges<Value>): Value[] {
  return [...new Set([...list, ...added])].filter((value) => !removed.includes(value))
}
