import { documentPath, LIMIT_CLOSES, type CloseReason, type DocumentRef } from '@pupitre/document'
import type { Connection } from './connection.ts'
import { MAX_CONNECTIONS_PER_DOCUMENT, MAX_CONNECTIONS_PER_USER } from './limits.ts'

/** The connections of this process, by who opened them, by whose rights decide, and by what they look at. */
export class ConnectionCensus {
  readonly #all = new Set<Connection>()
  readonly #ofUser = new Map<string, Set<Connection>>()
  readonly #decidedBy = new Map<string, Set<Connection>>()
  readonly #ofDocument = new Map<string, Set<Connection>>()

  get size(): number {
    return this.#all.size
  }

  [Symbol.iterator](): Iterator<Connection> {
    return this.#all.values()
  }

  /** Counts a connection in; answers why there is no room for it. It is counted until `remove` all the same. */
  add(connection: Connection): CloseReason | null {
    this.#all.add(connection)
    const { userId, decidingIds } = connection
    for (const id of decidingIds) join(this.#decidedBy, id, connection)
    if (userId !== null && join(this.#ofUser, userId, connection) > MAX_CONNECTIONS_PER_USER)
      return LIMIT_CLOSES.connectionsOfUser
    const path = documentPath(connection.ref)
    return join(this.#ofDocument, path, connection) > MAX_CONNECTIONS_PER_DOCUMENT
      ? LIMIT_CLOSES.connectionsOfDocument
      : null
  }

  remove(connection: Connection): void {
    this.#all.delete(connection)
    if (connection.userId !== null) leave(this.#ofUser, connection.userId, connection)
    for (const id of connection.decidingIds) leave(this.#decidedBy, id, connection)
    leave(this.#ofDocument, documentPath(connection.ref), connection)
  }

  /** The connections that the rights of these users decide, and those to these documents. */
  of({ userIds, documents }: { userIds: readonly string[]; documents: readonly DocumentRef[] }): Set<Connection> {
    const sets = [
      ...userIds.map((userId) => this.#decidedBy.get(userId)),
      ...documents.map((document) => this.#ofDocument.get(documentPath(document))),
    ]
    return new Set(sets.flatMap((set) => [...(set ?? [])]))
  }
}

function join(index: Map<string, Set<Connection>>, key: string, connection: Connection): number {
  const set = index.get(key) ?? new Set()
  index.set(key, set.add(connection))
  return set.size
}

function leave(index: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const set = index.get(key)
  set?.delete(connection)
  if (set?.size === 0) index.delete(key)
}
