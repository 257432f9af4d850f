import { z } from 'zod'
import type { Clock } from '../sync/clock.ts'
import type { PeerLink } from './peer-link.ts'

/** How often a process tells the others what was spent on it: that long, somebody may spend a budget on each. */
export const TELL_SPENDING_MS = 250

/** What several processes count together, each by itself. */
export interface Spending {
  onTaken(listener: (payer: string, points: number) => void): void
  takenElsewhere(payer: string, points: number): void
}

const told = z.array(z.tuple([z.string(), z.number().nonnegative()]))

/** Makes what is spent on one process count on all. What is lost on the way is not counted there, and nothing waits for it. */
export function shareSpending(spending: Spending, { link, clock }: { link: PeerLink; clock: Clock }): void {
  let untold = new Map<string, number>()
  spending.onTaken((payer, points) => {
    if (untold.size === 0) clock.after(TELL_SPENDING_MS, tell)
    untold.set(payer, (untold.get(payer) ?? 0) + points)
  })

  function tell(): void {
    link.send('spending', Buffer.from(JSON.stringify([...untold])))
    untold = new Map()
  }

  link.onMessage(({ topic, body }) => {
    if (topic !== 'spending') return
    for (const [payer, points] of readTold(body)) spending.takenElsewhere(payer, points)
  })
}

/** Nothing: not what a process of this version tells. */
function readTold(body: Uint8Array): [payer: string, points: number][] {
  try {
    return told.parse(JSON.parse(Buffer.from(body).toString()))
  } catch {
    return []
  }
}
