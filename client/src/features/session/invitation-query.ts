import { graphql } from '../../gql/gql.ts'

export const invitationQuery = graphql(`
  query ReceivedInvitation($token: String!) {
    viewer {
      uuid
      email
    }
    invitation(token: $token) {
      email
      role
      etat
      collectiviteNom
      siren
      invitePar
      aUnCompte
    }
  }
`)

export const acceptInvitationMutation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AcceptInvitationSuccess {
        siren
      }
    }
  }
`)
