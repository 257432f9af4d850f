import { graphql } from '../../../gql/gql.ts'

export const createServiceMutation = graphql(`
  mutation CreateService($input: CreateServiceInput!) {
    createService(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const renameServiceMutation = graphql(`
  mutation RenameService($input: RenameServiceInput!) {
    renameService(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const mergeServicesMutation = graphql(`
  mutation MergeServices($input: MergeServicesInput!) {
    mergeServices(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const deleteServiceMutation = graphql(`
  mutation DeleteService($input: DeleteServiceInput!) {
    deleteService(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)
