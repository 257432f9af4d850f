import { useMutation } from '@apollo/client/react'
import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { graphql } from '../../../../gql/gql.ts'
import type { LiveDocument } from '../../../../lib/live/live-document.ts'
import { longDate } from '../../../../lib/text/dates.ts'
import { LiveTextEditor } from '../../../../ui/editor/live-text-editor.tsx'
import { useChange } from '../../../../ui/fields/use-change.ts'
import classes from './notes.module.css'

const updateMutation = graphql(`
  mutation UpdateFicheNote($input: UpdateFicheNoteInput!) {
    updateFicheNote(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateFicheNoteSuccess {
        fiche {
          id
          ...FicheNotes
        }
      }
    }
  }
`)

/** A note: its day, its text written live, who created it, and the way to change its day or delete it. */
export function NoteCard({
  note: { id: noteId, uuid, date, auteur },
  document,
  readOnly,
  isNew,
  onDelete,
}: {
  note: { id: string; uuid: string; date: string; auteur?: string | null }
  document: LiveDocument
  readOnly: boolean
  /** Just created here: the caret goes into it. */
  isNew: boolean
  onDelete: () => void
}) {
  const ref = useRef<HTMLDivElement>(null)
  const [update] = useMutation(updateMutation)
  const { change } = useChange()

  useEffect(() => {
    if (isNew) ref.current?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
  }, [isNew])

  function keepDate(day: string) {
    if (day === '' || day === date) return
    void change({
      send: async () => (await update({ variables: { input: { noteId, date: day } } })).data?.updateFicheNote,
    })
  }

  return (
    <div ref={ref}>
      <LiveTextEditor
        doc={document.doc}
        awareness={document.awareness}
        field={`note:${uuid}`}
        label={`Note du ${longDate(date)}`}
        placeholder="Ce qui a avancé, ce qui bloque, ce qui vient."
        readOnly={readOnly}
      />
      <div className={classes.foot}>
        {auteur && <span>Par {auteur}</span>}
        {!readOnly && (
          <>
            <TextInput
              key={date}
              type="date"
              size="xs"
              aria-label={`Date de la note du ${longDate(date)}`}
              className={classes.push}
              defaultValue={date}
              min="1900-01-01"
              max="2199-12-31"
              onBlur={({ currentTarget }) => keepDate(currentTarget.value)}
            />
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              onClick={onDelete}
              aria-label={`Supprimer la note du ${longDate(date)}`}
            >
              Supprimer
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
