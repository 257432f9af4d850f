import { performance } from 'node:perf_hooks'
import type { JobOf, ResultOf, TypingResult } from './jobs.ts'
import { Keyboard } from './keyboard.ts'
import { type LightClient, seatAll } from './light-client.ts'
import { quantile } from './quantile.ts'
import { traffic } from './raw-socket.ts'
import { Watchers } from './watchers.ts'

const RAMP_WARM_UP_SECONDS = 1
const DRAIN_MS = 8000
const LOOK_AGAIN_MS = 20
/** A step counts when so much of what was asked was typed. */
const TYPED_SHARE = 0.9
const MAX_STEPS = 24

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** All type at a steady pace; tells how long each keystroke took to the others. */
export async function typeTogether(job: JobOf<'typing'>): Promise<TypingResult> {
  const clients = await seatAll(job.seats)
  const watchers = new Watchers(clients)
  return typeFor({ clients, watchers, ...job })
}

/** Types faster and faster, until the 95th percentile passes its limit; tells of the last step that did not. */
export async function typeFaster(job: JobOf<'ramp'>): Promise<ResultOf<'ramp'>> {
  const clients = await seatAll(job.seats)
  const watchers = new Watchers(clients)
  const steps: TypingResult[] = []
  let best: TypingResult | null = null
  for (let rate = job.firstRate; steps.length < MAX_STEPS; rate *= job.factor) {
    const load = { rate, warmUpSeconds: RAMP_WARM_UP_SECONDS, seconds: job.stepSeconds, showCarets: false }
    const step = await typeFor({ clients, watchers, ...load })
    steps.push(step)
    const isTyped = step.editsPerSecond >= TYPED_SHARE * rate * clients.length
    if (step.p95 > job.p95LimitMs || !isTyped || step.missing > 0 || step.closed > 0) break
    best = step
  }
  return { best, steps }
}

async function typeFor({
  clients,
  watchers,
  rate,
  warmUpSeconds,
  seconds,
  showCarets,
}: {
  clients: readonly LightClient[]
  watchers: Watchers
  rate: number
  warmUpSeconds: number
  seconds: number
  showCarets: boolean
}): Promise<TypingResult> {
  const keyboard = new Keyboard({ clients, rate, showCarets })
  keyboard.start()
  await wait(warmUpSeconds * 1000)
  watchers.forget()
  const before = { ...traffic, typed: keyboard.typed, at: performance.now(), loop: performance.eventLoopUtilization() }
  await wait(seconds * 1000)
  keyboard.stop()
  const elapsed = (performance.now() - before.at) / 1000
  const perSecond = (now: number, then: number) => (now - then) / elapsed
  const framesInPerSecond = perSecond(traffic.framesIn, before.framesIn)
  const bytesInPerSecond = perSecond(traffic.bytesIn, before.bytesIn)
  const busy = performance.eventLoopUtilization(before.loop).utilization
  const missing = await drained(watchers)
  return {
    p50: quantile(watchers.delays, 0.5),
    p95: quantile(watchers.delays, 0.95),
    editsPerSecond: perSecond(keyboard.typed, before.typed),
    framesInPerSecond,
    bytesInPerSecond,
    busy,
    missing,
    closed: clients.filter((client) => client.isClosed).length,
  }
}

/** Waits until everything is seen. @returns characters that are not */
async function drained(watchers: Watchers): Promise<number> {
  const until = performance.now() + DRAIN_MS
  while (watchers.missing() > 0 && performance.now() < until) await wait(LOOK_AGAIN_MS)
  return watchers.missing()
}
