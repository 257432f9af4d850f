export interface StreamEvent {
  /** Empty for a message. */
  name: string
  data: string
}

/** Reads the events of `stream-wire.ts` out of text that comes in pieces cut anywhere. A proxy may have changed the ends of lines. */
export class StreamReader {
  readonly #onEvent: (event: StreamEvent) => void
  /** Pieces of a line whose end has not come: joined once, however long the line. */
  #pieces: string[] = []
  #name = ''
  #data: string | null = null

  constructor(onEvent: (event: StreamEvent) => void) {
    this.#onEvent = onEvent
  }

  feed(text: string): void {
    const [first = '', ...rest] = text.split('\n')
    this.#pieces.push(first)
    for (const next of rest) {
      const line = this.#pieces.join('')
      this.#pieces = [next]
      this.#readLine(line.endsWith('\r') ? line.slice(0, -1) : line)
    }
  }

  #readLine(line: string): void {
    if (line === '') return this.#dispatch()
    if (line.startsWith('event: ')) this.#name = line.slice('event: '.length)
    if (line.startsWith('data: ')) this.#data = line.slice('data: '.length)
  }

  #dispatch(): void {
    const [name, data] = [this.#name, this.#data]
    this.#name = ''
    this.#data = null
    if (data !== null) this.#onEvent({ name, data })
  }
}
