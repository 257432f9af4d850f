const LOOK_EVERY_MS = 20
const PATIENCE_MS = 120_000

/** Resolves once `isTrue`. @throws Error after two minutes */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!isTrue()) {
    if (performance.now() > end) throw new Error('it did not come true in two minutes')
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
