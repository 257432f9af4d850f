import { graphql } from '../../../gql/gql.ts'

/** Who pilots a plan, and who answers for it. */
export const planPeople = graphql(`
  fragment PlanPeople on Plan {
    id
    pilotes {
      id
      nom
    }
    referents {
      id
      nom
    }
    collectivite {
      id
      siren
    }
  }
`)
