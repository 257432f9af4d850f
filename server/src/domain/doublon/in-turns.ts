import { setImmediate } from 'node:timers/promises'

/** Rows treated before others who wait are served: some ten milliseconds. */
const TURN = 50

/** Maps a long list without keeping the process to itself. */
export async function inTurns<Row, Result>(
  rows: readonly Row[],
  map: (row: Row, at: number) => Result,
): Promise<Result[]> {
  const results: Result[] = []
  for (const [at, row] of rows.entries()) {
    results.push(map(row, at))
    if (at % TURN === TURN - 1) await setImmediate()
  }
  return results
}
