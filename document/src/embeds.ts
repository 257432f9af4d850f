// The small build of zod: browsers load it with every fiche.
import * as z from 'zod/mini'
import type { Embed } from './model.ts'

const id = z.uuid().check(z.toLowerCase())

/** Strict: an embed with an unknown key, or two, is not one of ours. */
export const embedSchema: z.ZodMiniType<Embed> = z.union([
  z.strictObject({ mention: z.strictObject({ kind: z.enum(['user', 'service']), id }) }),
  z.strictObject({ ficheLink: z.strictObject({ id }) }),
  z.strictObject({ image: z.strictObject({ id }) }),
  z.strictObject({ break: z.literal(true) }),
])

/** Reads the value of an embed; null for one that this version does not know, which stays in the document. */
export function readEmbed(value: unknown): Embed | null {
  const read = embedSchema.safeParse(value)
  return read.success ? read.data : null
}
