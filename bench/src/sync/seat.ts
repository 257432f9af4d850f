import { z } from 'zod'

/** Where one client of the generator sits: a connection of one person to one document. */
export const seatSchema = z.object({
  url: z.string(),
  cookie: z.string().optional(),
  /** Which frames the server speaks: y-websocket's, or Hocuspocus's, which carry the document's name and begin with a token. */
  dialect: z.enum(['y-websocket', 'hocuspocus']),
  document: z.string(),
})
export type Seat = z.infer<typeof seatSchema>

/** The text that everyone writes in. */
export const FIELD = 'description'
