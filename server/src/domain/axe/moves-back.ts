/** One move which puts things back where they were. */
export interface MoveBack {
  ids: string[]
  /** The axe that held them; null at the plan's root. */
  parentId: string | null
  beforeId: string | null
  afterId: string | null
}

/** The moves which undo others: those that stood side by side go back together, beside the one that stayed. */
export function movesBack({
  movedIds,
  placeOf,
  siblingsOf,
}: {
  movedIds: ReadonlySet<string>
  /** Where one was: the id of its axe. */
  placeOf: (id: string) => string | null
  /** Ids of all that was in a place, in order. */
  siblingsOf: (parentId: string | null) => readonly string[]
}): MoveBack[] {
  return [...new Set([...movedIds].map(placeOf))].flatMap((parentId) => {
    const moves: MoveBack[] = []
    let stayed: string | null = null
    let run: MoveBack | null = null
    for (const id of siblingsOf(parentId)) {
      if (!movedIds.has(id)) {
        // Those before the first one that stays are told from it.
        if (run?.afterId === null) run.beforeId = id
        stayed = id
        run = null
        continue
      }
      if (!run) moves.push((run = { ids: [], parentId, beforeId: null, afterId: stayed }))
      run.ids.push(id)
    }
    return moves
  })
}
