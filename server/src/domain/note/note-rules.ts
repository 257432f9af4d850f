import { z } from 'zod'
import { daySchema } from '../day.ts'

/** Notes of one fiche, those of the corbeille apart: one a week for ten years. */
export const MAX_NOTES = 520

export const newNoteSchema = z.object({ ficheId: z.guid(), date: daySchema })
export const noteChangeSchema = z.object({ noteId: z.guid(), date: daySchema })

export type NewNote = z.input<typeof newNoteSchema>
export type NoteChange = z.input<typeof noteChangeSchema>

/** The name of a note's text in its fiche's document. */
export function noteField(noteId: string): string {
  return `note:${noteId}`
}
