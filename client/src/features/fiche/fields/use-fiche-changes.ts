import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { oneAtATime } from '../../../lib/graphql/one-at-a-time.ts'
import { ficheQuery } from '../fiche-query.ts'
import { ficheSectionsQuery } from '../sections/fiche-sections-query.ts'
import { ChangeNotices } from './change-notices.ts'
import { showChange } from './show-change.ts'

const ficheChanges = graphql(`
  subscription FicheChanges($uuid: UUID!) {
    ficheChanged(uuid: $uuid) {
      fields
      auteur
      auteurEstVous
      fiche {
        id
        titre
        ...FicheFacts
        ...FicheCharacteristics
        ...FicheBreadcrumbs
        ...FicheLiens
        ...FicheIndicateurs
        ...FichePlacements
        ...FicheVisibilite
        ...FicheParent
      }
    }
  }
`)

/** What the sections show, which is too long to come with each change: it is read again when one of them changes. */
const SECTIONS = new Set([
  'budgets',
  'financeurs',
  'notesSuivi',
  'mesuresLiees',
  'sousActions',
  'champsPropres',
  'placements',
  'parent',
])

/** Keeps a fiche as colleagues change it, and says who changed what. */
export function useFicheChanges(uuid: string): void {
  const apollo = useApolloClient()
  const notices = useMemo(() => new ChangeNotices(), [])
  const readSections = useMemo(
    () =>
      oneAtATime(() =>
        apollo.query({
          query: ficheSectionsQuery,
          variables: { uuid },
          fetchPolicy: 'network-only',
          // What was asked before the change does not answer for it.
          context: { queryDeduplication: false },
        }),
      ),
    [apollo, uuid],
  )

  useSubscription(ficheChanges, {
    variables: { uuid },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return
      // The fiche cannot be read any more: the page says so.
      if (!data.ficheChanged) return void apollo.refetchQueries({ include: [ficheQuery] })
      const { fields, auteur, auteurEstVous } = data.ficheChanged
      if (fields.some((field) => SECTIONS.has(field))) void readSections()
      const now = Date.now()
      if (auteurEstVous) notices.own(fields, now)
      else if (auteur) {
        for (const notice of notices.colleague({ auteur, fields, now })) {
          showChange(notice, () => notices.closed(notice.id))
        }
      }
    },
    // Refused, or lost for good: the page stays as it is, and a reload shows what there is.
    onError: () => undefined,
  })
}
