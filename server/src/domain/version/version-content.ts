import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { TextDelta } from '@pupitre/document'
import { z } from 'zod'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Who wrote the next `length` characters of a field: an index in `authors`. */
export type AuthorRun = [length: number, author: number]

/** What a version keeps: the text of each field, with its formats, and who wrote each part of it. */
export interface VersionContent {
  fields: Record<string, { delta: TextDelta; runs: AuthorRun[] }>
  /** Users; null is the server itself. */
  authors: (string | null)[]
}

const contentSchema: z.ZodType<VersionContent> = z.object({
  fields: z.record(
    z.string(),
    z.object({
      delta: z.array(
        z.object({
          insert: z.union([z.string(), z.record(z.string(), z.unknown())]),
          attributes: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
      runs: z.array(z.tuple([z.int().positive(), z.int().nonnegative()])),
    }),
  ),
  authors: z.array(z.string().nullable()),
})

/** The same content gives the same bytes. */
export function encodeVersion(content: VersionContent): Promise<Buffer> {
  return deflate(Buffer.from(JSON.stringify(content)))
}

/** @throws when the bytes are none of `encodeVersion` */
export async function decodeVersion(bytes: Uint8Array): Promise<VersionContent> {
  return contentSchema.parse(JSON.parse((await inflate(bytes)).toString()))
}
