import { graphql } from '../../gql/gql.ts'

/** The plans of one collectivité; the following pages are asked with `after`. */
export const plansQuery = graphql(`
  query Plans($siren: String!, $after: String) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      ...CreatePlanScope
      ...PlanModeles
      plans(first: 100, after: $after) {
        edges {
          node {
            id
            uuid
            archivedAt
            ...PlanChiffres
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)
