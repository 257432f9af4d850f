import { graphql } from '../../gql/gql.ts'

export const inviteMembresMutation = graphql(`
  mutation InviteMembres($input: InviteMembresInput!) {
    inviteMembres(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on ValidationError {
        issues {
          message
          path
        }
      }
    }
  }
`)

export const resendInvitationMutation = graphql(`
  mutation ResendInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const revokeInvitationMutation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const updateMembreMutation = graphql(`
  mutation UpdateMembre($input: UpdateMembreInput!) {
    updateMembre(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const addMembreServiceMutation = graphql(`
  mutation AddMembreService($input: AddMembreServiceInput!) {
    addMembreService(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const removeMembreServiceMutation = graphql(`
  mutation RemoveMembreService($input: RemoveMembreServiceInput!) {
    removeMembreService(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const removeMembreMutation = graphql(`
  mutation RemoveMembre($input: RemoveMembreInput!) {
    removeMembre(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const attachPersonneMutation = graphql(`
  mutation AttachPersonne($input: AttachPersonneInput!) {
    attachPersonne(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const renamePersonneMutation = graphql(`
  mutation RenamePersonne($input: RenamePersonneInput!) {
    renamePersonne(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const changeNomsPublicsMutation = graphql(`
  mutation ChangeNomsPublics($input: ChangeNomsPublicsInput!) {
    changeNomsPublics(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)
