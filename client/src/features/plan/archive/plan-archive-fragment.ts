import { graphql } from '../../../gql/gql.ts'

/** Whether a plan is archived, since when, and what that lets do. */
export const planArchive = graphql(`
  fragment PlanArchive on Plan {
    id
    nom
    archivedAt
    viewerCanArchive
    viewerCanUpdate
    viewerCanCreateFiche
    viewerCanDelete
  }
`)
