import type { FieldPolicy, Reference } from '@apollo/client'

interface Edge {
  node: Reference
}

interface Page {
  edges: readonly Edge[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
}

interface Gathering extends Page {
  /** Pages received since the first one was asked for, the last time. */
  gathered: readonly Edge[]
  /** Whether the edges shown were once the whole list. */
  whole: boolean
}

/**
 * Cache policy of a connection that a page shows whole, gathered page after page: the first time it grows as the pages
 * come; loaded again, what was there stays until the new list is whole, so that the page does not jump.
 *
 * `keyArgs` names the arguments that make different lists of one field, such as a search.
 * `pageInfo` is of the page received last: it says whether to ask for another.
 */
export function wholeConnection({ keyArgs = false }: { keyArgs?: false | string[] } = {}): FieldPolicy<
  Gathering,
  Page,
  Page
> {
  return {
    keyArgs,
    merge(existing, incoming, { args }) {
      const gathered = args?.['after'] ? [...(existing?.gathered ?? []), ...incoming.edges] : incoming.edges
      const complete = !incoming.pageInfo.hasNextPage
      const keepShown = !complete && existing?.whole === true
      return {
        ...incoming,
        edges: keepShown ? existing.edges : gathered,
        gathered,
        whole: complete || keepShown,
      }
    },
  }
}
