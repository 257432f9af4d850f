/** Acts that Ctrl+Z goes back on: enough for a slip, not a history. */
export const MAX_UNDOS = 30

export interface Undos {
  /**
   * Runs one act of the user, which calls `offer` once the server has done it. Asked to undo in between, it waits for that:
   * Ctrl+Z goes back on what the page shows, answered or not.
   */
  act: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
  /** Says what was done, and offers to undo it. */
  offer: (done: string, undo: () => Promise<void>) => void
  undoLast: () => void
}

/** What was done by this page, the last first. `show` offers to undo on the page, and answers what takes the offer away. */
export function createUndos(show: (offer: { message: string; onUndo: () => void }) => () => void): Undos {
  const stack: { undo: () => Promise<void>; hide: () => void }[] = []
  let pending = 0
  /** How many of the acts that are under way are to be undone as soon as they are done. */
  let awaited = 0

  return {
    async act(work) {
      pending += 1
      try {
        return await work()
      } finally {
        pending -= 1
        awaited = Math.min(awaited, pending)
      }
    },
    offer(done, undo) {
      if (awaited > 0) {
        awaited -= 1
        void undo()
        return
      }
      const act = { undo, hide: () => {} }
      stack.push(act)
      if (stack.length > MAX_UNDOS) stack.shift()
      act.hide = show({
        message: done,
        onUndo: () => {
          const at = stack.indexOf(act)
          if (at < 0) return
          stack.splice(at, 1)
          void undo()
        },
      })
    },
    undoLast() {
      if (awaited < pending) {
        awaited += 1
        return
      }
      const last = stack.pop()
      last?.hide()
      void last?.undo()
    },
  }
}
