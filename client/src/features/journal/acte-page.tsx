import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import { seeingAs } from '../../lib/seeing-as.ts'
import { momentText } from '../../lib/text/dates.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { Surface } from '../../ui/surface.tsx'
import { authorText, Lines } from '../../ui/journal/journal-acte.tsx'
import { journalLine } from '../../ui/journal/journal-line.tsx'
import { acteQuery } from './journal-query.ts'
import { MoreButton } from './more-button.tsx'
import { UndoActeButton } from './undo-acte-button.tsx'
import classes from '../../ui/journal/journal.module.css'

const route = getRouteApi('/app/collectivites/$siren/journal/$acteUuid')

/** All that one act changed. */
export function ActePage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { siren, acteUuid } = route.useParams()
  const apollo = useApolloClient()
  const { collectivite } = data

  useRememberCollectivite(collectivite?.siren)
  const { edges = [], pageInfo } = collectivite?.journal ?? {}
  const first = edges[0]?.node
  if (!first) return <NotFoundPage />
  return (
    <Page title="Un acte du journal">
      <PageHeader
        title="Fait d’un seul coup"
        details={
          <>
            {authorText(first)}, {momentText(first.date)} ·{' '}
            <AnchorLink to="/collectivites/$siren/journal" params={{ siren }}>
              Tout le journal
            </AnchorLink>
          </>
        }
        actions={first.origine === 'MASSE' && !seeingAs && <UndoActeButton acte={acteUuid} />}
      />
      <Surface className={classes.acte}>
        <Lines lines={edges.map(({ node }) => readFragment(journalLine, node))} />
      </Surface>
      {pageInfo?.hasNextPage && (
        <MoreButton
          load={() =>
            apollo.query({
              query: acteQuery,
              variables: { siren, acte: acteUuid, after: pageInfo.endCursor ?? null },
              fetchPolicy: 'network-only',
            })
          }
        >
          Afficher la suite
        </MoreButton>
      )}
    </Page>
  )
}
