import { WRITING_TIME_MS } from './limits.ts'

/** From this character of a Yjs client on, what it wrote was written now. */
export interface Writing {
  client: number
  clock: number
}

/** Says when the time of a client's writing is worth noting again: at its first character in this room, then now and then. */
export class WritingTimes {
  readonly #notedAt = new Map<number, number>()

  /** Of what is about to be written (the first clock of each client), what is to be stored with it. */
  note(writings: readonly Writing[], now: number): Writing[] {
    return writings.filter(({ client }) => {
      const notedAt = this.#notedAt.get(client)
      if (notedAt !== undefined && now - notedAt < WRITING_TIME_MS) return false
      this.#notedAt.set(client, now)
      return true
    })
  }
}
