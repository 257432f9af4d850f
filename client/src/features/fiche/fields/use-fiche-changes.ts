import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { showChange } from '../../../ui/show-change.ts'
import { ficheQuery } from '../fiche-query.ts'
import { ChangeNotices } from './change-notices.ts'

/** Each part of the page comes only when it changed. */
const ficheChanges = graphql(`
  subscription FicheChanges($uuid: UUID!) {
    ficheChanged(uuid: $uuid) {
      fields
      auteur
      auteurEstVous
      titre: fiche(ifChanged: ["titre"]) {
        id
        titre
      }
      rights: fiche(ifChanged: ["services", "pilotes", "placements", "parent", "restreinte"]) {
        id
        viewerCanUpdate
      }
      facts: fiche(
        ifChanged: [
          "statut"
          "priorite"
          "enRetard"
          "dateDebut"
          "dateFin"
          "ameliorationContinue"
          "calendrier"
          "tempsDeMiseEnOeuvre"
          "poids"
        ]
      ) {
        id
        ...FicheFactsValues
      }
      people: fiche(ifChanged: ["services", "pilotes", "referents"]) {
        id
        ...FicheFactsPeople
      }
      characteristics: fiche(
        ifChanged: [
          "thematiques"
          "sousThematiques"
          "cibles"
          "effetsAttendus"
          "participationCitoyenne"
          "participationDetail"
          "structures"
          "partenaires"
          "instancesGouvernance"
          "tags"
        ]
      ) {
        id
        ...FicheCharacteristics
      }
      places: fiche(ifChanged: ["placements", "parent"]) {
        id
        ...FicheBreadcrumbs
        ...FichePlacements
        ...FicheParent
        ...FicheChampsPropres
      }
      visibilite: fiche(ifChanged: ["restreinte", "placements", "parent"]) {
        id
        ...FicheVisibilite
      }
      liens: fiche(ifChanged: ["liens"]) {
        id
        ...FicheLiens
      }
      indicateurs: fiche(ifChanged: ["indicateurs"]) {
        id
        ...FicheIndicateurs
      }
      budgets: fiche(ifChanged: ["budgets"]) {
        id
        ...FicheBudget
      }
      financeurs: fiche(ifChanged: ["financeurs"]) {
        id
        ...FicheFinanceurs
      }
      mesures: fiche(ifChanged: ["mesuresLiees"]) {
        id
        ...FicheMesures
      }
      notes: fiche(ifChanged: ["notesSuivi"]) {
        id
        ...FicheNotes
      }
      sousActions: fiche(ifChanged: ["sousActions", "parent"]) {
        id
        ...FicheSousActions
      }
      champsPropres: fiche(ifChanged: ["champsPropres"]) {
        id
        ...FicheChampsPropres
      }
    }
  }
`)

/** Keeps a fiche as colleagues change it, and says who changed what. */
export function useFicheChanges(uuid: string): void {
  const apollo = useApolloClient()
  const notices = useMemo(() => new ChangeNotices(), [])

  useSubscription(ficheChanges, {
    variables: { uuid },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return
      // The fiche cannot be read any more: the page says so.
      if (!data.ficheChanged) return void apollo.refetchQueries({ include: [ficheQuery] })
      const { fields, auteur, auteurEstVous } = data.ficheChanged
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
