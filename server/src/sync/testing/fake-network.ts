import type { PeerLink, PeerMessage, Topic } from '../../bus/peer-link.ts'

/** Processes that hear each other when the test says so. */
export class FakeNetwork {
  readonly #links: FakeLink[] = []
  #names = 0

  join(): FakeLink {
    this.#names += 1
    const link = new FakeLink(this, `p${this.#names}`)
    this.#links.push(link)
    return link
  }

  /** A process is gone without a word; the others notice. */
  leave(link: FakeLink): void {
    this.#links.splice(this.#links.indexOf(link), 1)
    for (const other of this.#links) other.sayGone(link.name)
  }

  carry(message: PeerMessage): void {
    for (const link of this.#links) if (link.name !== message.peer) link.waiting.push(message)
  }
}

export class FakeLink implements PeerLink {
  isReachable = true
  unheardMs = 0
  readonly name: string
  /** Messages on their way to this process. */
  waiting: PeerMessage[] = []
  readonly #network: FakeNetwork
  readonly #known = new Set<string>()
  readonly #onMessage: ((message: PeerMessage) => void)[] = []
  readonly #onMissed: (() => void)[] = []
  readonly #onPeerHere: ((peer: string) => void)[] = []
  readonly #onPeerGone: ((peer: string) => void)[] = []

  constructor(network: FakeNetwork, name: string) {
    this.#network = network
    this.name = name
  }

  send(topic: Topic, body: Uint8Array): void {
    this.#network.carry({ peer: this.name, topic, body })
  }

  onMessage(listener: (message: PeerMessage) => void): void {
    this.#onMessage.push(listener)
  }

  onMissed(listener: () => void): void {
    this.#onMissed.push(listener)
  }

  onPeerHere(listener: (peer: string) => void): void {
    this.#onPeerHere.push(listener)
  }

  onPeerGone(listener: (peer: string) => void): void {
    this.#onPeerGone.push(listener)
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  /** Hears the oldest message; false when there is none. */
  deliverOne(): boolean {
    const message = this.waiting.shift()
    if (!message) return false
    const isNew = !this.#known.has(message.peer)
    this.#known.add(message.peer)
    if (isNew) for (const listener of this.#onPeerHere) listener(message.peer)
    for (const listener of this.#onMessage) listener(message)
    return true
  }

  drop(): void {
    this.waiting = []
  }

  sayMissed(): void {
    for (const listener of this.#onMissed) listener()
  }

  sayGone(peer: string): void {
    this.#known.delete(peer)
    for (const listener of this.#onPeerGone) listener(peer)
  }
}
