import * as Y from 'yjs'
import { mapPosition } from '../flat/map-position.ts'
import type { TextEdit } from '../model.ts'

/** A selection that stays on its characters while the text around it changes. */
export interface RelativeSelection {
  anchor: Y.RelativePosition
  focus: Y.RelativePosition
}

/** A selection in UTF-16 units of the `Y.Text`. */
export interface OffsetSelection {
  anchor: number
  focus: number
}

/** A range does not grow at its ends: its end holds to the character before it. A caret holds to the character after. */
export function relativeSelection(text: Y.Text, { anchor, focus }: OffsetSelection): RelativeSelection {
  return {
    anchor: Y.createRelativePositionFromTypeIndex(text, anchor, anchor > focus ? -1 : 0),
    focus: Y.createRelativePositionFromTypeIndex(text, focus, focus > anchor ? -1 : 0),
  }
}

/** Where a selection of the old text is in the new one. A range does not grow at its ends; a caret stays before what comes in at its place. */
export function mapSelection(edit: TextEdit, { anchor, focus }: OffsetSelection): OffsetSelection {
  return {
    anchor: mapPosition({ edit, offset: anchor, stay: anchor < focus ? 'after' : 'before' }),
    focus: mapPosition({ edit, offset: focus, stay: focus < anchor ? 'after' : 'before' }),
  }
}

/** Where the selection is now; null when it is of another text or of a state not received yet. */
export function offsetSelection(text: Y.Text, { anchor, focus }: RelativeSelection): OffsetSelection | null {
  const from = offsetIn(text, anchor)
  const to = offsetIn(text, focus)
  return from === null || to === null ? null : { anchor: from, focus: to }
}

/** What is around a place, the same for as long as its two neighbours are: text that changes elsewhere shifts it, and moves it not. */
export function surroundingsOf(text: Y.Text, offset: number): string {
  const around = [-1, 0].map((association) => Y.createRelativePositionFromTypeIndex(text, offset, association))
  return JSON.stringify(around.map((position) => Y.relativePositionToJSON(position)))
}

function offsetIn(text: Y.Text, position: Y.RelativePosition): number | null {
  if (!text.doc) return null
  const absolute = Y.createAbsolutePositionFromRelativePosition(position, text.doc)
  return absolute?.type === text ? absolute.index : null
}
