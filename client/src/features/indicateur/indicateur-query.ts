import { graphql } from '../../gql/gql.ts'

/** An indicateur with a page of its values, from the cursor `after` on. */
export const indicateurQuery = graphql(`
  query Indicateur($uuid: UUID!, $after: String) {
    viewer {
      uuid
    }
    indicateur(uuid: $uuid) {
      id
      uuid
      nom
      unite
      periodicite
      viewerCanUpdate
      collectivite {
        id
        siren
        nom
      }
      ...IndicateurDefinition
      ...IndicateurLinks
      ...IndicateurValeurs
    }
  }
`)

/** Where the values are shown: all of them, page after page. */
export const indicateurValeurs = graphql(`
  fragment IndicateurValeurs on Indicateur {
    valeurs(first: 100, after: $after) {
      edges {
        node {
          periode
          objectif
          realise
          commentaire
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** What happens to an indicateur while one looks; its page is then read again. */
export const indicateurChangedSubscription = graphql(`
  subscription IndicateurChanged($uuid: UUID!) {
    indicateurChanged(uuid: $uuid) {
      at
    }
  }
`)
