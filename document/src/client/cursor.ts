import * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import { offsetSelection, relativeSelection } from './relative-selection.ts'
import type { OffsetSelection } from './relative-selection.ts'

/** Who a client is: the server's stamp. */
export interface CursorUser {
  id: string
  name: string
  /** `#rrggbb` */
  color: string
}

/** A colleague's selection in one text. */
export interface RemoteSelection extends OffsetSelection {
  clientId: number
  user: CursorUser
}

/** A selection as it is told to others. */
export function cursorOf({
  text,
  field,
  selection,
}: {
  text: Y.Text
  field: string
  selection: OffsetSelection
}): unknown {
  const { anchor, focus } = relativeSelection(text, selection)
  return { field, anchor: Y.relativePositionToJSON(anchor), focus: Y.relativePositionToJSON(focus) }
}

/**
 * Where the others are in a text, in the order of their client ids. What cannot be read is left out: another field, a state
 * that was not stamped by the server, a position in text that was not received yet.
 */
export function remoteSelections({
  text,
  field,
  awareness,
}: {
  text: Y.Text
  field: string
  awareness: Awareness
}): RemoteSelection[] {
  return [...awareness.getStates()]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([clientId, state]): RemoteSelection[] => {
      const cursor = readCursor(state.cursor)
      const user = readUser(state.user)
      if (clientId === awareness.clientID || !cursor || !user || cursor.field !== field) return []
      const offsets = offsetSelection(text, {
        anchor: Y.createRelativePositionFromJSON(cursor.anchor),
        focus: Y.createRelativePositionFromJSON(cursor.focus),
      })
      return offsets ? [{ clientId, user, ...offsets }] : []
    })
}

/** The name of a document's root text; null when it is no root. */
export function fieldOf(text: Y.Text): string | null {
  const roots: Iterable<[string, unknown]> = text.doc?.share ?? []
  for (const [name, root] of roots) if (root === text) return name
  return null
}

/** What a client says of its caret in its awareness state, under `cursor`; null for what is not one. */
function readCursor(value: unknown): { field: string; anchor: object; focus: object } | null {
  if (!isObject(value)) return null
  const { field, anchor, focus } = value
  return typeof field === 'string' && isPosition(anchor) && isPosition(focus) ? { field, anchor, focus } : null
}

function readUser(value: unknown): CursorUser | null {
  if (!isObject(value)) return null
  const { id, name, color } = value
  if (typeof id !== 'string' || typeof name !== 'string' || typeof color !== 'string') return null
  return /^#[0-9a-f]{6}$/i.test(color) ? { id, name, color } : null
}

/** A relative position as Yjs writes it in JSON. */
function isPosition(value: unknown): value is object {
  if (!isObject(value)) return false
  const { type, tname, item, assoc } = value
  return (
    (type == null || isId(type)) &&
    (tname == null || typeof tname === 'string') &&
    (item == null || isId(item)) &&
    (assoc === undefined || Number.isFinite(assoc))
  )
}

function isId(value: unknown): boolean {
  return isObject(value) && Number.isFinite(value['client']) && Number.isFinite(value['clock'])
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
