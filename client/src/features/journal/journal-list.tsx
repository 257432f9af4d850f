import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { JournalDays } from '../../ui/journal/journal-days.tsx'
import { journalActes } from './journal-query.ts'
import { MoreButton } from './more-button.tsx'

/**
 * A journal, day after day, and the way to what came before.
 *
 * @param about the uuid of what the page is about, which its lines do not repeat
 * @param empty said when nothing has changed yet
 */
export function JournalList({
  actes,
  isNarrowed,
  empty,
  loadAfter,
  ...rest
}: {
  actes: FragmentType<typeof journalActes>
  siren: string
  about?: string
  isNarrowed: boolean
  empty: string
  loadAfter: (cursor: string | null) => Promise<unknown>
}) {
  const { edges, pageInfo } = readFragment(journalActes, actes)

  if (edges.length === 0 && isNarrowed) {
    return <EmptyState title="Rien ne répond à ces filtres">Élargissez les dates, ou affichez tout.</EmptyState>
  }
  if (edges.length === 0) return <EmptyState title="Rien n’a encore changé">{empty}</EmptyState>
  return (
    <>
      <JournalDays actes={edges.map(({ node }) => node)} {...rest} />
      {pageInfo.hasNextPage && (
        <MoreButton load={() => loadAfter(pageInfo.endCursor ?? null)}>Afficher ce qui précède</MoreButton>
      )}
    </>
  )
}
