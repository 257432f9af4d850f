import { graphql } from '../../gql/gql.ts'

export const renameLabelMutation = graphql(`
  mutation RenameLabel($input: RenameLabelInput!) {
    renameLabel(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const mergeLabelsMutation = graphql(`
  mutation MergeLabels($input: MergeLabelsInput!) {
    mergeLabels(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const deleteLabelMutation = graphql(`
  mutation DeleteLabel($input: DeleteLabelInput!) {
    deleteLabel(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)
