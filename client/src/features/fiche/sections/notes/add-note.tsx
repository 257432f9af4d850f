import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { graphql } from '../../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../../lib/graphql/unexpected-error.ts'
import { showRefusal } from '../../../../ui/show-refusal.ts'
import { today } from './today.ts'

const createMutation = graphql(`
  mutation CreateFicheNote($input: CreateFicheNoteInput!) {
    createFicheNote(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreateFicheNoteSuccess {
        note {
          id
          uuid
        }
        fiche {
          id
          ...FicheNotes
        }
      }
    }
  }
`)

/** Creates a note of today; its text is then written in place. */
export function AddNote({ ficheId, onCreated }: { ficheId: string; onCreated: (uuid: string) => void }) {
  const [create, { loading }] = useMutation(createMutation)

  async function add() {
    const variables = { input: { ficheId, date: today() } }
    const { data } = await create({ variables }).catch(() => ({ data: null }))
    const answer = data?.createFicheNote
    if (answer?.__typename === 'CreateFicheNoteSuccess') onCreated(answer.note.uuid)
    else showRefusal(answer?.message ?? UNEXPECTED_ERROR)
  }

  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      loading={loading}
      onClick={() => void add()}
    >
      Ajouter une note
    </Button>
  )
}
