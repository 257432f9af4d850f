import { anchorOf, encodeAnchor, fieldCharacters } from '@pupitre/document'
import type { PrismaClient } from '@pupitre/prisma'
import * as Y from 'yjs'

/** Words of a text of a fiche, as a passage is asked for. */
export async function passageOf(
  prisma: PrismaClient,
  { ficheId, texte, words }: { ficheId: string; texte: string; words: string },
): Promise<{ texte: string; caracteres: string }> {
  const updates = await prisma.documentUpdate.findMany({ where: { document: { ficheId } }, orderBy: { seq: 'asc' } })
  const doc = new Y.Doc()
  for (const { update } of updates) Y.applyUpdate(doc, update)
  const text = doc.getText(texte)
  const from = fieldCharacters(text).indexOf(words)
  if (from === -1) throw new Error(`« ${words} » is not in ${texte}`)
  const anchor = anchorOf(text, { from, to: from + words.length })
  return { texte, caracteres: Buffer.from(encodeAnchor(anchor)).toString('base64') }
}
