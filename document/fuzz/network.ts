import * as Y from 'yjs'
import type { Peer } from './peer.ts'
import type { Random } from './random.ts'

/** The origin of what came in: as a provider does, it is not sent again. */
const REMOTE = 'remote'

/**
 * Carries updates between peers as a provider would: only the peer's own transactions are sent, and what comes in is applied
 * straight to the document, whatever the editor still holds.
 */
export class Network {
  readonly #peers: readonly Peer[]
  readonly #inboxes = new Map<Peer, Uint8Array[]>()

  constructor(peers: readonly Peer[]) {
    this.#peers = peers
    for (const peer of peers) {
      this.#inboxes.set(peer, [])
      peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === REMOTE) return
        for (const [other, inbox] of this.#inboxes) if (other !== peer) inbox.push(update)
      })
    }
  }

  /** Gives a few waiting updates to a few peers. */
  deliverSome(random: Random): void {
    for (const [peer, inbox] of this.#inboxes) {
      if (random.chance(0.5)) deliver(peer, inbox.splice(0, random.below(inbox.length + 1)))
    }
  }

  /** Gives one peer all that waits for it. */
  deliver(peer: Peer): void {
    deliver(peer, this.#inboxes.get(peer)?.splice(0) ?? [])
  }

  /** Two peers, or all, give each other what they have. */
  exchange(random: Random): void {
    const some =
      this.#peers.length === 2 || random.chance(0.5)
        ? [random.pick(this.#peers), random.pick(this.#peers)]
        : this.#peers
    for (const from of some) {
      for (const to of some)
        if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), REMOTE)
    }
  }

  /** Everyone gets all that was sent. Nothing else may be needed. */
  settle(): void {
    while ([...this.#inboxes.values()].some((inbox) => inbox.length > 0)) {
      for (const [peer, inbox] of this.#inboxes) deliver(peer, inbox.splice(0))
    }
  }
}

function deliver({ doc }: Peer, updates: readonly Uint8Array[]): void {
  for (const update of updates) Y.applyUpdate(doc, update, REMOTE)
}
