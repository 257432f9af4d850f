import { graphql } from '../../gql/gql.ts'

/** All that the page shows for an address: a page of the public plans, and what their fiches come to. */
export const observatoireQuery = graphql(`
  query Observatoire(
    $plans: PlansPublicsWhere
    $first: Int
    $after: String
    $last: Int
    $before: String
    $siren: String
    $fiches: AgregatsWhere
  ) {
    plansPublics(where: $plans, first: $first, after: $after, last: $last, before: $before) {
      edges {
        node {
          id
          uuid
          nom
          type
          typeAutre
          dateDebut
          dateFin
          fichesCount
          collectivite {
            id
            nom
          }
          avancement {
            partRealisee
            enRetardCount
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
    agregatsPublics(siren: $siren, where: $fiches) {
      fichesCount
      indicateursCount
      parThematique {
        thematique {
          code
          nom
        }
        fichesCount
      }
      parStatut {
        statut
        fichesCount
      }
      parTypeDePlan {
        typeDePlan
        fichesCount
      }
      parCollectivite {
        collectivite {
          id
          siren
          nom
        }
        fichesCount
      }
      parService {
        service {
          id
          nom
        }
        masque
        fichesCount
      }
    }
  }
`)

/** What there is to choose from, whatever is chosen. */
export const choicesQuery = graphql(`
  query ObservatoireChoices {
    thematiques {
      code
      nom
    }
    agregatsPublics {
      parCollectivite {
        collectivite {
          id
          siren
          nom
        }
      }
    }
  }
`)

/** The plans of the list, a line each, for a spreadsheet. */
export const csvQuery = graphql(`
  query ObservatoireCsv($plans: PlansPublicsWhere, $first: Int!, $after: String) {
    plansPublics(where: $plans, first: $first, after: $after) {
      edges {
        node {
          nom
          type
          typeAutre
          collectivite {
            nom
            siren
          }
          dateDebut
          dateFin
          fichesCount
          avancement {
            partRealisee
            enRetardCount
          }
          uuid
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
