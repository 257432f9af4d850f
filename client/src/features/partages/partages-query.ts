import { graphql } from '../../gql/gql.ts'

/** What other collectivités opened to the viewer: the first hundred plans and fiches, by name. */
export const partagesQuery = graphql(`
  query Partages {
    viewer {
      uuid
    }
    plans(first: 100, where: { partagesAvecMoi: true }) {
      edges {
        node {
          id
          ...PlanPartage
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    fiches(first: 100, where: { pourMoi: PARTAGEES }, orderBy: { field: TITRE, direction: ASC }) {
      edges {
        node {
          id
          ...FichePartagee
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)
