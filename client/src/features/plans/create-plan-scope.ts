import { graphql } from '../../gql/gql.ts'

/** Where a plan may be created, and whether the viewer may. */
export const createPlanScope = graphql(`
  fragment CreatePlanScope on Collectivite {
    id
    siren
    viewerCanCreatePlan
    planModeles {
      id
      nom
    }
  }
`)
