/** The other processes, by when each was last heard. */
export class PeerRoll {
  readonly #lastHeard = new Map<string, number>()

  get size(): number {
    return this.#lastHeard.size
  }

  /** Notes that a process speaks; true when it was not known to be there. */
  hear(peer: string, now: number): boolean {
    const isNew = !this.#lastHeard.has(peer)
    this.#lastHeard.set(peer, now)
    return isNew
  }

  /** Takes a process off; false when it was not there. */
  leave(peer: string): boolean {
    return this.#lastHeard.delete(peer)
  }

  /** Takes off, and returns, those who have said nothing since. */
  takeSilent(since: number): string[] {
    const silent = [...this.#lastHeard].filter(([, at]) => at < since).map(([peer]) => peer)
    for (const peer of silent) this.#lastHeard.delete(peer)
    return silent
  }
}
