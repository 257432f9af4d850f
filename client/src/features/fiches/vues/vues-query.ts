import { graphql } from '../../../gql/gql.ts'

/** A view that is kept, as its menu shows it. */
export const vueEnregistree = graphql(`
  fragment VueEnregistree on Vue {
    id
    nom
    parametres
    partagee
    auteur
    viewerCanUpdate
  }
`)

/** One's own views of the page of fiches, and those that the collectivité shares. */
export const vuesQuery = graphql(`
  query Vues($siren: String!) {
    collectivite(siren: $siren) {
      id
      siren
      viewerCanShareVues
      vues {
        id
        ...VueEnregistree
      }
    }
  }
`)
