import { graphql } from '../../gql/gql.ts'

/** A plan with the first page of its axes and of its places. */
export const planQuery = graphql(`
  query Plan($uuid: UUID!, $after: String) {
    viewer {
      uuid
    }
    plan(uuid: $uuid) {
      id
      uuid
      nom
      type
      typeAutre
      fichesCount
      viewerCanCreateFiche
      ...PlanAccess
      collectivite {
        id
        siren
      }
      ...PlanAxes
      ...PlanPlaces
    }
  }
`)

/** A page of the axes of a plan, from the cursor `after` on. */
export const planAxesFragment = graphql(`
  fragment PlanAxes on Plan {
    axes(first: 100, after: $after) {
      edges {
        node {
          id
          nom
          parent {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** A page of the places of fiches in a plan, from the cursor `after` on. */
export const planPlacesFragment = graphql(`
  fragment PlanPlaces on Plan {
    placements(first: 100, after: $after) {
      edges {
        node {
          id
          axe {
            id
          }
          fiche {
            id
            ...FicheRow
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** The next page of the axes alone. */
export const nextAxesQuery = graphql(`
  query NextAxes($uuid: UUID!, $after: String) {
    plan(uuid: $uuid) {
      id
      ...PlanAxes
    }
  }
`)

/** The next page of the places alone. */
export const nextPlacesQuery = graphql(`
  query NextPlaces($uuid: UUID!, $after: String) {
    plan(uuid: $uuid) {
      id
      ...PlanPlaces
    }
  }
`)
