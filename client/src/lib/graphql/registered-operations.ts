import type { ApolloLink } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { type DocumentNode, getOperationAST } from 'graphql'

/**
 * Sends the name of an operation that the server has known since it was built (the hash of its text) rather than the operation. A server of another
 * version, which does not know it, is sent the text, and every following one.
 */
export function sendRegistered(hashes: Record<string, string>): ApolloLink {
  return new PersistedQueryLink({
    generateHash: (document: DocumentNode) => hashes[getOperationAST(document)?.name?.value ?? ''] ?? '',
    disable: ({ meta }) => meta.persistedQueryNotFound || meta.persistedQueryNotSupported,
  })
}
