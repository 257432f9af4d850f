import { graphql } from '../../gql/gql.ts'

/** The people of one collectivité. The following pages of members and of people are asked by the queries below. */
export const membresQuery = graphql(`
  query Membres($siren: String!) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      viewerCanManageMembres
      nomsPublics
      services(first: 100) {
        edges {
          node {
            id
            nom
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
      personnes(first: 100) {
        edges {
          node {
            id
            nom
            membre {
              id
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      invitations(first: 100) {
        edges {
          node {
            id
            ...Invitation
          }
        }
      }
    }
  }
`)

export const nextMembresQuery = graphql(`
  query NextMembres($siren: String!, $after: String!) {
    collectivite(siren: $siren) {
      id
      membres(first: 100, after: $after) {
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

export const nextPersonnesQuery = graphql(`
  query NextPersonnes($siren: String!, $after: String!) {
    collectivite(siren: $siren) {
      id
      personnes(first: 100, after: $after) {
        edges {
          node {
            id
            nom
            membre {
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
  }
`)

export const membreFragment = graphql(`
  fragment Membre on Membre {
    id
    uuid
    nom
    email
    estVous
    role
    services {
      id
      nom
    }
  }
`)

export const invitationFragment = graphql(`
  fragment Invitation on Invitation {
    id
    email
    role
    expiresAt
    sentAt
    refused
    invitePar
    services {
      id
      nom
    }
    personnes {
      id
      nom
    }
  }
`)
