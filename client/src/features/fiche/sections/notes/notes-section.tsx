import { Button } from '@mantine/core'
import { useState } from 'react'
import { type FragmentType, readFragment } from '../../../../gql/fragment-masking.ts'
import { graphql } from '../../../../gql/gql.ts'
import type { LiveDocument } from '../../../../lib/live/live-document.ts'
import { useIsPrinting } from '../../../../lib/printing/use-is-printing.ts'
import { Section } from '../section.tsx'
import { AddNote } from './add-note.tsx'
import { NoteCard } from './note-card.tsx'
import { useDeleteNote } from './use-delete-note.ts'
import { useWholeNotes } from './use-whole-notes.ts'
import classes from './notes.module.css'

const ficheNotes = graphql(`
  fragment FicheNotes on Fiche {
    id
    notesSuivi(first: 100) {
      edges {
        node {
          id
          uuid
          date
          auteur
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** Notes shown at first, and more each time: the latest are what one comes for. */
const SHOWN_STEP = 10

/** The notes de suivi of a fiche, the newest first, each written by several people at once. */
export function NotesSection({
  fiche,
  document,
  readOnly,
}: {
  fiche: FragmentType<typeof ficheNotes>
  document: LiveDocument
  readOnly: boolean
}) {
  const { id, notesSuivi } = readFragment(ficheNotes, fiche)
  const [createdUuid, setCreatedUuid] = useState<string | null>(null)
  const { hiddenId, remove } = useDeleteNote()
  const [limit, setLimit] = useState(SHOWN_STEP)
  const notes = notesSuivi.edges.flatMap(({ node }) => (node.id === hiddenId ? [] : [node]))
  const shown = useIsPrinting() ? notes : notes.slice(0, limit)
  const older = notes.length - shown.length

  useWholeNotes(id, notesSuivi.pageInfo)

  return (
    <Section
      id="notes-de-suivi"
      title="Notes de suivi"
      empty={
        shown.length === 0 ? `Aucune note${readOnly ? '.' : ' : racontez où en est l’action, avec une date.'}` : null
      }
    >
      {!readOnly && <AddNote ficheId={id} onCreated={setCreatedUuid} />}
      <div className={classes.notes}>
        {shown.map((note) => (
          <NoteCard
            key={note.id}
            note={note}
            document={document}
            readOnly={readOnly}
            isNew={note.uuid === createdUuid}
            onDelete={() => remove(note)}
          />
        ))}
      </div>
      {older > 0 && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setLimit(limit + SHOWN_STEP)}>
          Voir les notes plus anciennes ({older})
        </Button>
      )}
    </Section>
  )
}
