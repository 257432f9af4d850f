import { z } from 'zod'
import { badInput } from './page-arguments.ts'

const cursorSchema = z.tuple([z.string(), z.array(z.string().nullable())])

/**
 * A cursor carries the sort values of its row, not its identity: it keeps its place when the row is deleted,
 * and says nothing of rows that its reader may not see.
 */
export function writeCursor({ order, values }: { order: string; values: readonly (string | null)[] }): string {
  return Buffer.from(JSON.stringify([order, values])).toString('base64url')
}

/** The values of a cursor written for this order, so many if that is known. @throws GraphQLError BAD_USER_INPUT for any other text. */
export function readCursor(cursor: string, { order, length }: { order: string; length?: number }): (string | null)[] {
  const result = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (!result.success || result.data[0] !== order || (length ?? result.data[1].length) !== result.data[1].length) {
    throw badInput('Ce curseur n’est pas de cette liste, ou pas de ce tri.')
  }
  return result.data[1]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
