import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 5

/** Waits for what must come to be. @throws naming `what` when it does not in time */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  { timeoutMs = 30_000 }: { timeoutMs?: number } = {},
): Promise<void> {
  if (!(await comesToBe(isSo, { timeoutMs }))) throw new Error(`${what}: not within ${timeoutMs} ms`)
}

/** Waits for what should come to be; false when it does not in time. */
export async function comesToBe(
  isSo: () => boolean | Promise<boolean>,
  { timeoutMs }: { timeoutMs: number },
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs
  while (!(await isSo())) {
    if (performance.now() > deadline) return false
    await delay(POLL_MS)
  }
  return true
}
