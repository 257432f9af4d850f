import { graphql } from '../../../gql/gql.ts'

export const moveAxesMutation = graphql(`
  mutation MoveAxes($input: MoveAxesInput!) {
    moveAxes(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on MoveAxesSuccess {
        axes {
          id
          ...TreeAxeRow
        }
        back {
          ids
          parentId
          beforeId
          afterId
        }
      }
    }
  }
`)

export const movePlacementsMutation = graphql(`
  mutation MovePlacements($input: MovePlacementsInput!) {
    movePlacements(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on MovePlacementsSuccess {
        placements {
          id
          position
          axe {
            id
          }
        }
        back {
          ids
          parentId
          beforeId
          afterId
        }
      }
    }
  }
`)

export const createAxeMutation = graphql(`
  mutation CreateAxe($input: CreateAxeInput!) {
    createAxe(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreateAxeSuccess {
        axe {
          id
          ...TreeAxeRow
        }
      }
    }
  }
`)

export const renameAxeMutation = graphql(`
  mutation RenameAxe($input: RenameAxeInput!) {
    renameAxe(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RenameAxeSuccess {
        before
        axe {
          id
          nom
        }
      }
    }
  }
`)

export const deleteAxesMutation = graphql(`
  mutation DeleteAxes($input: DeleteAxesInput!) {
    deleteAxes(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on DeleteAxesSuccess {
        suppressions {
          id
        }
      }
    }
  }
`)

export const deleteFichesMutation = graphql(`
  mutation DeleteFiches($input: DeleteFichesInput!) {
    deleteFiches(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on DeleteFichesSuccess {
        suppressions {
          id
        }
      }
    }
  }
`)

export const restoreMutation = graphql(`
  mutation RestoreInTree($input: RestoreInput!) {
    restore(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

export const removePlacementMutation = graphql(`
  mutation RemovePlacementFromTree($input: RemovePlacementInput!) {
    removePlacement(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemovePlacementSuccess {
        placementId
        planId
        axeId
        beforeId
        afterId
      }
    }
  }
`)

export const putBackMutation = graphql(`
  mutation PutPlacementBack($input: AddPlacementInput!) {
    addPlacement(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddPlacementSuccess {
        placement {
          id
          ...TreePlaceRow
        }
      }
    }
  }
`)
