import { graphql } from '../../../gql/gql.ts'

/** The services of one collectivité and who is in each. The following pages are asked by the query below and by that of members. */
export const servicesQuery = graphql(`
  query Services($siren: String!) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      viewerCanManageServices
      services(first: 100) {
        edges {
          node {
            id
            ...ServiceRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      membres(first: 100) {
        edges {
          node {
            id
            ...Membre
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

export const nextServicesQuery = graphql(`
  query NextServices($siren: String!, $after: String!) {
    collectivite(siren: $siren) {
      id
      services(first: 100, after: $after) {
        edges {
          node {
            id
            ...ServiceRow
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

export const serviceRow = graphql(`
  fragment ServiceRow on Service {
    id
    nom
    usage {
      membresCount
      fichesCount
      octroisCount
      invitationsCount
    }
  }
`)
