import type * as Y from 'yjs'
import type { TextEdit } from '../model.ts'
import { embedValue } from './token.ts'

/** What an event did to its text, as a delta. To be called while the event is being observed. */
export function editOfEvent(event: Y.YTextEvent): TextEdit {
  return event.delta.map(({ insert, retain, delete: deleted, attributes }): TextEdit[number] => {
    if (insert !== undefined)
      return { insert: typeof insert === 'string' ? insert : embedValue(insert), attributes: attributes ?? {} }
    if (deleted !== undefined) return { delete: deleted }
    return attributes ? { retain: retain ?? 0, attributes } : { retain: retain ?? 0 }
  })
}
