import * as Y from 'yjs'
import * as z from 'zod/mini'
import type { Awareness } from 'y-protocols/awareness'
import { offsetSelection, relativeSelection } from './relative-selection.ts'
import type { OffsetSelection } from './relative-selection.ts'

const id = z.object({ client: z.number(), clock: z.number() })
const relativePosition = z.object({
  type: z.nullish(id),
  tname: z.nullish(z.string()),
  item: z.nullish(id),
  assoc: z.optional(z.number()),
})

/** What a client says of its caret in its awareness state, under `cursor`. */
const cursorSchema = z.object({ field: z.string(), anchor: relativePosition, focus: relativePosition })

/** Who a client is: the server's stamp. */
const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  color: z.string().check(z.regex(/^#[0-9a-f]{6}$/i)),
})

export type CursorUser = z.infer<typeof userSchema>

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
      const cursor = cursorSchema.safeParse(state.cursor)
      const user = userSchema.safeParse(state.user)
      if (clientId === awareness.clientID || !cursor.success || !user.success || cursor.data.field !== field) return []
      const offsets = offsetSelection(text, {
        anchor: Y.createRelativePositionFromJSON(cursor.data.anchor),
        focus: Y.createRelativePositionFromJSON(cursor.data.focus),
      })
      return offsets ? [{ clientId, user: user.data, ...offsets }] : []
    })
}

/** The name of a document's root text; null when it is no root. */
export function fieldOf(text: Y.Text): string | null {
  const roots: Iterable<[string, unknown]> = text.doc?.share ?? []
  for (const [name, root] of roots) if (root === text) return name
  return null
}
