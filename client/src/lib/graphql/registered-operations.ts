import { ApolloLink } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import type { DocumentNode } from 'graphql'

/**
 * Sends the name of an operation that the server has known since it was built (the hash of its text, which the build puts in its document) rather than
 * the operation. A server of another version, which does not know it, is sent the text, and every following one. Pages that are not built
 * (`npm run dev`) know no hash, and send the text.
 */
export function sendRegistered(): ApolloLink {
  return ApolloLink.split(
    ({ query }) => hashOf(query) !== undefined,
    new PersistedQueryLink({
      generateHash: (document: DocumentNode) => hashOf(document) ?? '',
      disable: ({ meta }) => meta.persistedQueryNotFound || meta.persistedQueryNotSupported,
    }),
  )
}

/** The hash that the build put in a document; undefined for one that is not built. */
export function hashOf(document: DocumentNode): string | undefined {
  return 'hash' in document && typeof document.hash === 'string' ? document.hash : undefined
}
