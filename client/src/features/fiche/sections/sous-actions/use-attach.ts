import { useMutation } from '@apollo/client/react'
import { graphql } from '../../../../gql/gql.ts'
import { fr } from '../../../../lib/text/french.ts'
import { UNTITLED } from '../../../../lib/vocabulary/fiche-labels.ts'
import { showUndo } from '../../../../ui/show-undo.tsx'
import { useChange } from '../../../../ui/fields/use-change.ts'

const makeMutation = graphql(`
  mutation MakeSousAction($input: MakeSousActionInput!) {
    makeSousAction(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on MakeSousActionSuccess {
        fiche {
          id
          ...FicheSousActions
        }
        sousAction {
          id
          ...FicheParent
          ...FichePlacements
          ...FicheBreadcrumbs
        }
      }
    }
  }
`)

const takeOutMutation = graphql(`
  mutation TakeOutSousAction($input: TakeOutSousActionInput!) {
    takeOutSousAction(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on TakeOutSousActionSuccess {
        fiche {
          id
          ...FicheParent
          ...FichePlacements
          ...FicheBreadcrumbs
        }
      }
    }
  }
`)

/** Makes a fiche a sous-action of another, and a sous-action a fiche again. */
export function useAttach() {
  const [makeSousAction] = useMutation(makeMutation)
  const [takeOutSousAction] = useMutation(takeOutMutation)
  const { pending, change } = useChange()

  const make = (input: { ficheId: string; parentId: string }) =>
    change({ send: async () => (await makeSousAction({ variables: { input } })).data?.makeSousAction })

  async function takeOut({ id, titre, parentId }: { id: string; titre: string; parentId: string }) {
    const variables = { input: { sousActionId: id } }
    const send = async () => (await takeOutSousAction({ variables })).data?.takeOutSousAction
    if (!(await change({ send }))) return
    showUndo({
      message: fr`« ${titre.trim() || UNTITLED} » est une fiche, placée juste après celle dont elle vient.`,
      onUndo: () => void make({ ficheId: id, parentId }),
    })
  }

  return { pending, make, takeOut: (sousAction: Parameters<typeof takeOut>[0]) => void takeOut(sousAction) }
}
