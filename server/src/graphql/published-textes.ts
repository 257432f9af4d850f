import { embedToken, type ReferenceEmbed, resolveTokens } from '@pupitre/document'
import type { PrismaClient } from '@pupitre/prisma'
import { readableFiches, readablePlans } from '../domain/rights/readable.ts'
import { visibleFiches } from '../domain/rights/visible.ts'
import type { Viewer } from '../domain/viewer.ts'
import type { Texte, TexteKey } from './texte-loaders.ts'

interface Reading {
  prisma: PrismaClient
  viewer: Viewer | null
  /** Whose texts they are. */
  kind: 'fiche' | 'plan'
}

/**
 * Texts as the viewer is told them. As an agent: as they are, where each mention, link and image is a token. To whoever reads
 * them only because they are public, tokens that would lead to nothing that they see are neutral words. Texts without any are
 * asked nothing about, and links of a page are judged at once.
 */
export async function publishedTextes<Row extends Texte & TexteKey>(
  { prisma, viewer, kind }: Reading,
  rows: Row[],
): Promise<Row[]> {
  const referring = rows.filter(({ markdown, plain }) => embedsOf(markdown).length + embedsOf(plain).length > 0)
  if (referring.length === 0) return rows
  const ids = [...new Set(referring.map(({ ownerId }) => ownerId))]
  const asAgent = await (kind === 'fiche'
    ? prisma.fiche.findMany({ where: { AND: [{ id: { in: ids } }, readableFiches(viewer)] }, select: { id: true } })
    : prisma.plan.findMany({ where: { AND: [{ id: { in: ids } }, readablePlans(viewer)] }, select: { id: true } }))
  const readAsAgent = new Set(asAgent.map(({ id }) => id))
  const published = new Set(referring.filter(({ ownerId }) => !readAsAgent.has(ownerId)))
  if (published.size === 0) return rows

  const linked = [...published].flatMap(({ markdown }) => embedsOf(markdown)).flatMap((embed) => ficheIdOf(embed) ?? [])
  const visible = await prisma.fiche.findMany({
    where: { AND: [{ id: { in: [...new Set(linked)] } }, visibleFiches(viewer)] },
    select: { id: true },
  })
  const visibleIds = new Set(visible.map(({ id }) => id))
  const word = (embed: ReferenceEmbed) =>
    visibleIds.has(ficheIdOf(embed) ?? '') ? embedToken(embed) : neutralWord(embed)
  return rows.map((row) =>
    published.has(row)
      ? { ...row, plain: resolveTokens(row.plain, word), markdown: resolveTokens(row.markdown, word) }
      : row,
  )
}

function embedsOf(text: string): ReferenceEmbed[] {
  const embeds: ReferenceEmbed[] = []
  resolveTokens(text, (embed) => {
    embeds.push(embed)
    return ''
  })
  return embeds
}

function ficheIdOf(embed: ReferenceEmbed): string | null {
  return 'ficheLink' in embed ? embed.ficheLink.id : null
}

/** What stands for what a reader may not be told. */
export function neutralWord(embed: ReferenceEmbed): string {
  if ('image' in embed) return 'une image'
  if ('ficheLink' in embed) return 'une fiche'
  return embed.mention.kind === 'user' ? 'une personne' : 'un service'
}
