import type { ChangeBus } from './change-bus.ts'
import type { Clock } from '../sync/clock.ts'
import { DEAF_INTERVAL_MS } from './redis-limits.ts'
import { decodeToldChanges, encodeToldChanges } from './told-changes.ts'
import type { PeerLink } from './peer-link.ts'

/** A bus over all processes: what is published on one is told on each, here at once. */
export function shareChangeBus(local: ChangeBus, { link, clock }: { link: PeerLink; clock: Clock }): ChangeBus {
  const missed = new Set<() => void>()
  const deaf = new Set<() => void>()
  link.onMissed(() => callAll(missed))
  every(clock, DEAF_INTERVAL_MS, () => {
    if (!link.isReachable) callAll(deaf)
  })
  link.onMessage(({ topic, body }) => {
    const told = topic === 'changes' ? decodeToldChanges(body) : null
    if (told?.kind === 'changes') local.publish(told.changes)
    if (told?.kind === 'rights') local.publishRights(told.rights)
  })
  return {
    ...local,
    publish(changes) {
      local.publish(changes)
      if (changes.length > 0) link.send('changes', encodeToldChanges({ kind: 'changes', changes }))
    },
    publishRights(rights) {
      local.publishRights(rights)
      link.send('changes', encodeToldChanges({ kind: 'rights', rights }))
    },
    onMissed: (listener) => addTo(missed, listener),
    onDeaf: (listener) => addTo(deaf, listener),
  }
}

function addTo(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function callAll(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener()
}

function every(clock: Clock, intervalMs: number, task: () => void): void {
  clock.after(intervalMs, () => {
    every(clock, intervalMs, task)
    task()
  })
}
