import { type Anchor, decodeAnchor, type DocumentRef, encodeAnchor } from '@pupitre/document'
import { z } from 'zod'
import { ConflictError } from '../errors.ts'
import type { UseCase } from '../use-case.ts'

/** Base64 of the largest anchor. */
const MAX_BASE64_CHARACTERS = 44_000

/** A passage that somebody chose: a field of a live document, and the characters in it (`encodeAnchor`, in base64). */
export const passageSchema = z.object({
  texte: z.string().max(60),
  caracteres: z
    .string()
    .max(MAX_BASE64_CHARACTERS)
    .transform((text) => decodeAnchor(Buffer.from(text, 'base64')))
    .refine((anchor): anchor is Anchor => anchor !== null, {
      error: 'Ce passage ne se lit pas, ou il est trop long : choisissez-en un plus court.',
      params: { code: 'PASSAGE_INVALID' },
    }),
})

export type PassageAsked = z.output<typeof passageSchema>

/** What is stored of a passage. */
export interface PassageRow {
  texte: string
  caracteres: Uint8Array<ArrayBuffer>
  citation: string
  avant: string
  apres: string
  seule: boolean
  seq: bigint
  perdu: false
}

/**
 * A passage with the words that the server reads there: what is sent is never quoted.
 * @throws ConflictError PASSAGE_NOT_FOUND when it has not got all of its characters yet, or none is left.
 */
export async function quotedPassage(
  { liveText }: Pick<UseCase, 'liveText'>,
  document: DocumentRef,
  { texte: field, caracteres: anchor }: PassageAsked,
): Promise<PassageRow> {
  const found = await liveText.quote({ document, field, anchor })
  if (!found) {
    const message = 'Ce passage n’est pas encore enregistré, ou vient d’être supprimé : choisissez-le à nouveau.'
    throw new ConflictError({ code: 'PASSAGE_NOT_FOUND', message })
  }
  const { quote: citation, before: avant, after: apres, isAlone: seule, seq } = found
  return {
    texte: field,
    caracteres: Uint8Array.from(encodeAnchor(anchor)),
    citation,
    avant,
    apres,
    seule,
    seq,
    perdu: false,
  }
}
