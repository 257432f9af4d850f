/** A request to open GraphiQL with. */
interface AskedRequest {
  query: string
  /** JSON. */
  variables: string
}

/** Where GraphiQL opens with a request: after the `#`, so that nothing of it is sent before one asks. */
export function graphiqlAddress({ query, variables }: AskedRequest): string {
  return `/graphql#${new URLSearchParams({ query, variables }).toString()}`
}

/** The request that an address of GraphiQL carries; null for none. */
export function requestOfHash(hash: string): AskedRequest | null {
  const asked = new URLSearchParams(hash.replace(/^#/, ''))
  const query = asked.get('query')
  return query ? { query, variables: asked.get('variables') ?? '' } : null
}
