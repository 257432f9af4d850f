import { useApolloClient, useSubscription } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import { useRef } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { ficheQuery } from '../fiche-query.ts'
import { changedWords } from './field-names.ts'

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

/** How long after one's own change of a field a colleague's change of it is told as having replaced it. */
const OWN_CHANGE_MS = 10_000

/** Keeps the fields of a fiche as colleagues change them, and says who changed what. */
export function useFicheChanges(uuid: string): void {
  const apollo = useApolloClient()
  const ownChanges = useRef(new Map<string, number>())

  useSubscription(ficheChanges, {
    variables: { uuid },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return
      // The fiche cannot be read any more: the page says so.
      if (!data.ficheChanged) return void apollo.refetchQueries({ include: [ficheQuery] })
      const { fields, auteur, auteurEstVous } = data.ficheChanged
      const now = Date.now()
      if (auteurEstVous) {
        for (const field of fields) ownChanges.current.set(field, now)
        return
      }
      const what = changedWords(fields)
      if (!auteur || !what) return
      const replaced = fields.some((field) => now - (ownChanges.current.get(field) ?? 0) < OWN_CHANGE_MS)
      notifications.show({
        role: 'status',
        message: replaced
          ? `${auteur} a changé ${what} juste après vous : sa valeur est gardée.`
          : `${auteur} a changé ${what}.`,
      })
    },
    // Refused, or lost for good: the page stays as it is, and a reload shows what there is.
    onError: () => undefined,
  })
}
