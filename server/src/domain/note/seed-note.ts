import type { TextDelta } from '@pupitre/document'
import { actorOf, type LiveText } from '../live-text.ts'
import type { Viewer } from '../viewer.ts'
import { noteField } from './note-rules.ts'

/**
 * Writes the text that a new note starts with into its fiche's document, once the note is committed: its first line, so that
 * two people who open it do not both create one, and what was sent. Rejects when it could not be kept.
 */
export async function seedNote(
  { liveText, viewer }: { liveText: LiveText; viewer: Viewer | null },
  { note: { id, ficheId }, texte }: { note: { id: string; ficheId: string }; texte: TextDelta | undefined },
): Promise<void> {
  await liveText.apply({
    document: { kind: 'fiche', uuid: ficheId },
    field: noteField(id),
    delta: texte ?? [{ insert: '\n' }],
    actor: actorOf(viewer),
  })
}
