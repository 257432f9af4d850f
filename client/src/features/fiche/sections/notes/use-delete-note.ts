import { useMutation } from '@apollo/client/react'
import { useOptimistic } from 'react'
import { graphql } from '../../../../gql/gql.ts'
import { longDate } from '../../../../lib/text/dates.ts'
import { showUndo } from '../../../../ui/show-undo.tsx'
import { useChange } from '../../../../ui/fields/use-change.ts'

const deleteMutation = graphql(`
  mutation DeleteFicheNote($input: DeleteFicheNoteInput!) {
    deleteFicheNote(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on DeleteFicheNoteSuccess {
        fiche {
          id
          ...FicheNotes
        }
      }
    }
  }
`)

const restoreMutation = graphql(`
  mutation RestoreFicheNote($input: RestoreFicheNoteInput!) {
    restoreFicheNote(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RestoreFicheNoteSuccess {
        fiche {
          id
          ...FicheNotes
        }
      }
    }
  }
`)

/** Deletes a note, which goes at once, and offers to take it back. */
export function useDeleteNote() {
  const [hiddenId, hide] = useOptimistic<string | null>(null)
  const [deleteNote] = useMutation(deleteMutation)
  const [restoreNote] = useMutation(restoreMutation)
  const { change } = useChange()

  async function remove({ id, date }: { id: string; date: string }) {
    const variables = { input: { noteId: id } }
    const done = await change({
      show: () => hide(id),
      send: async () => (await deleteNote({ variables })).data?.deleteFicheNote,
    })
    if (!done) return
    showUndo({
      message: `La note du ${longDate(date)} est à la corbeille.`,
      onUndo: () => void change({ send: async () => (await restoreNote({ variables })).data?.restoreFicheNote }),
    })
  }

  return { hiddenId, remove: (note: { id: string; date: string }) => void remove(note) }
}
