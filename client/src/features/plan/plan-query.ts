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
      description
      type
      typeAutre
      visibilite
      fichesCount
      viewerCanCreateFiche
      ...PlanSettings
      ...PlanAccess
      ...PlanArchive
      ...PlanPeople
      ...PlanChampsPropres
      collectivite {
        id
        siren
        nom
        timeZone
      }
      ...PlanAxes
      ...PlanPlaces
    }
  }
`)

/** A page of the axes of a plan, from the cursor `after` on. */
export const planAxesFragment = graphql(`
  fragment PlanAxes on Plan {
    axes(first: 300, after: $after) {
      edges {
        node {
          id
          ...TreeAxeRow
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
    placements(first: 300, after: $after) {
      edges {
        node {
          id
          ...TreePlaceRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** An axe of the tree. */
export const treeAxeFragment = graphql(`
  fragment TreeAxeRow on Axe {
    id
    uuid
    nom
    position
    parent {
      id
    }
  }
`)

/** A place of a fiche in the tree. */
export const treePlaceFragment = graphql(`
  fragment TreePlaceRow on Placement {
    id
    uuid
    position
    axe {
      id
    }
    fiche {
      id
      titre
      viewerCanDelete
      ...FicheRow
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
