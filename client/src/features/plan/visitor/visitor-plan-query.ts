import { graphql } from '../../../gql/gql.ts'

/** A public plan with the first page of its axes and of its places. */
export const visitorPlanQuery = graphql(`
  query VisitorPlan($uuid: UUID!, $after: String) {
    plan(uuid: $uuid) {
      id
      uuid
      nom
      type
      typeAutre
      dateDebut
      dateFin
      description
      fichesCount
      collectivite {
        id
        siren
        nom
      }
      avancement {
        enRetardCount
        statuts {
          statut
          fichesCount
        }
      }
      axes(first: 300, after: $after) {
        edges {
          node {
            id
            description
          }
        }
      }
      ...PlanPeople
      ...PlanAxes
      ...PlanPlaces
    }
  }
`)
