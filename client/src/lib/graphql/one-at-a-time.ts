/**
 * Makes a task run one at a time: asked while it runs, however often, it runs once more when it ends. What was read before a
 * change was told is so always read again after it, and an older answer never comes last.
 *
 * @returns asks for a run; resolves at the end of one that began after the call, even when it failed
 */
export function oneAtATime(task: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null
  let following: Promise<void> | null = null

  function start(): Promise<void> {
    following = null
    running = task()
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => (running = null))
    return running
  }

  return () => {
    if (!running) return start()
    following ??= running.then(start)
    return following
  }
}
