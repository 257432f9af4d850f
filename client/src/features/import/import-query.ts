import { graphql } from '../../gql/gql.ts'

/** Where a plan is brought in, and whether the viewer may. */
export const importQuery = graphql(`
  query ImportPlan($siren: String!) {
    collectivite(siren: $siren) {
      id
      siren
      nom
      viewerCanCreatePlan
    }
  }
`)
