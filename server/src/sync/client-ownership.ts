/** Who owns each Yjs client id of one document: its first writer, for ever. null is the server. */
export class ClientOwnership {
  readonly #owners: Map<number, string | null>

  constructor(owners: ReadonlyMap<number, string | null>) {
    this.#owners = new Map(owners)
  }

  /** Whether this user may write under this client id: it is theirs, or nobody's yet. */
  mayUse(client: number, userId: string | null): boolean {
    const owner = this.#owners.get(client)
    return owner === undefined || owner === userId
  }

  /** Takes those of `clients` which nobody owns, and returns them: they are stored with the update that uses them. */
  claim(clients: Iterable<number>, userId: string | null): number[] {
    const claimed: number[] = []
    for (const client of clients) {
      if (this.#owners.has(client)) continue
      this.#owners.set(client, userId)
      claimed.push(client)
    }
    return claimed
  }

  knows(client: number): boolean {
    return this.#owners.has(client)
  }

  /** Takes what is stored, by whatever process: it prevails over a claim of this one that is not stored yet. */
  learn(owners: ReadonlyMap<number, string | null>): void {
    for (const [client, owner] of owners) this.#owners.set(client, owner)
  }
}
