import { useMutation } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import { graphql } from '../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../lib/graphql/unexpected-error.ts'
import { counted, fr } from '../lib/text/french.ts'
import { showRefusal } from './show-refusal.ts'
import { showUndo } from './show-undo.tsx'

const undoActeMutation = graphql(`
  mutation UndoActe($input: UndoActeInput!) {
    undoActe(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UndoActeSuccess {
        acte
        retablies
        laissees {
          ficheId
        }
      }
    }
  }
`)

/** Takes back a change of many fiches, says what it gave back and what it left, and offers to take that back too. */
export function useUndoActe(): (acte: string) => Promise<void> {
  const [mutate] = useMutation(undoActeMutation)

  return async function undo(acte) {
    const { data } = await mutate({ variables: { input: { acte } } }).catch(() => ({ data: null }))
    if (data?.undoActe.__typename !== 'UndoActeSuccess') {
      showRefusal(data?.undoActe.message ?? UNEXPECTED_ERROR)
      return
    }
    const { acte: undone, retablies, laissees } = data.undoActe
    const message = undoneText({ retablies, laissees: laissees.length })
    if (undone == null) notifications.show({ message, role: 'status' })
    else showUndo({ message, onUndo: () => void undo(undone) })
  }
}

function undoneText({ retablies, laissees }: { retablies: number; laissees: number }): string {
  const restored = counted(retablies, 'fiche rétablie', 'fiches rétablies')
  if (laissees === 0) return `${restored}.`
  return fr`${restored} ; ${counted(laissees, 'garde', 'gardent')} ce qui a changé depuis, ou que vous ne pouvez pas modifier.`
}
