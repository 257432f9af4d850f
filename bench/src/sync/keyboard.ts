import type { LightClient } from './light-client.ts'

const TICK_MS = 1

/** Types for all clients, each at its own irregular pace, `rate` characters per second in the mean. */
export class Keyboard {
  typed = 0
  readonly #clients: readonly LightClient[]
  readonly #due: Float64Array
  readonly #meanMs: number
  readonly #showCarets: boolean
  #timer: NodeJS.Timeout | undefined

  constructor({ clients, rate, showCarets }: { clients: readonly LightClient[]; rate: number; showCarets: boolean }) {
    this.#clients = clients
    this.#meanMs = 1000 / rate
    this.#showCarets = showCarets
    const now = performance.now()
    this.#due = Float64Array.from(clients, () => now + Math.random() * this.#meanMs)
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.#tick()
      this.start()
    }, TICK_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #tick(): void {
    const now = performance.now()
    for (const [index, client] of this.#clients.entries()) {
      const due = this.#due[index] ?? Infinity
      if (due > now || client.isClosed) continue
      client.type()
      if (this.#showCarets) client.showCaret()
      this.typed += 1
      this.#due[index] = due + this.#meanMs * (0.5 + Math.random())
    }
  }
}
