/**
 * Makes a task run one at a time: asked while it runs, however often, it runs once more when it ends. What was read before a
 * change was told is so always read again after it, and an older answer never comes last.
 */
export function oneAtATime(task: () => Promise<unknown>): () => void {
  let running = false
  let again = false
  return function ask(): void {
    if (running) {
      again = true
      return
    }
    running = true
    void task()
      .catch(() => null)
      .finally(() => {
        running = false
        if (!again) return
        again = false
        ask()
      })
  }
}
