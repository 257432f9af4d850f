import {
  type Block,
  deltaToPlain,
  deltaToPlainLine,
  FICHE_FIELDS,
  readBlocks,
  type TextDelta,
  type TextEdit,
  writeBlocks,
} from '@pupitre/document'
import { noteField } from '../note/note-rules.ts'

type Fields = Readonly<Record<string, TextDelta>>

interface Textes {
  kept: Fields
  absorbed: Fields
  /** The copies of the notes of the merged fiche, by the ids of theirs. */
  notes: ReadonlyMap<string, string>
}

const NBSP = '\u00A0'

/**
 * What adds the texts of a fiche to those of another: at the end of each, under a heading with its titre. A text that is empty, or the
 * same, adds nothing; one that the other does not have comes without a heading. Notes come as they are.
 */
export function textesReunis({ kept, absorbed, notes }: Textes): Record<string, TextEdit> {
  const edits: Record<string, TextEdit> = {}
  const titre = deltaToPlainLine(absorbed['titre'] ?? [])
  for (const field of FICHE_FIELDS) {
    if (field === 'titre') continue
    const edit = addedTo(kept[field] ?? [], { text: absorbed[field] ?? [], titre })
    if (edit) edits[field] = edit
  }
  for (const [from, to] of notes) edits[noteField(to)] = absorbed[noteField(from)] ?? [{ insert: '\n' }]
  return edits
}

function addedTo(current: TextDelta, { text, titre }: { text: TextDelta; titre: string }): TextEdit | null {
  const [before, added] = [readBlocks(current), readBlocks(text)]
  if (isBlank(text) || JSON.stringify(before) === JSON.stringify(added)) return null
  if (isBlank(current)) return withoutLastEnd(writeBlocks(added), current)
  const length = lengthOf(current)
  const ending: TextEdit = endsLine(current) ? [] : [{ insert: '\n' }]
  return [{ retain: length }, ...ending, ...writeBlocks([headingOf(titre), ...added])]
}

function headingOf(titre: string): Block {
  const text = titre === '' ? 'Issu d’une fiche sans titre' : `Issu de la fiche «${NBSP}${titre}${NBSP}»`
  return { kind: 'h3', indent: 0, checked: false, inlines: [{ text, attributes: {} }] }
}

/** The empty line that is there ends the last of those that come, if both are plain. */
function withoutLastEnd(added: TextDelta, current: TextDelta): TextEdit {
  const last = added.at(-1)
  const isPlain = last?.insert === '\n' && !last.attributes && current[0]?.attributes === undefined
  return isPlain && endsLine(current) ? added.slice(0, -1) : added
}

function isBlank(delta: TextDelta): boolean {
  return deltaToPlain(delta).trim() === ''
}

function endsLine(delta: TextDelta): boolean {
  const last = delta.at(-1)?.insert
  return typeof last === 'string' && last.endsWith('\n')
}

function lengthOf(delta: TextDelta): number {
  return delta.reduce((sum, { insert }) => sum + (typeof insert === 'string' ? insert.length : 1), 0)
}
