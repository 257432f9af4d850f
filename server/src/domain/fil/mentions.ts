import { type ReferenceEmbed, resolveTokens } from '@pupitre/document'
import type { Fil } from '@pupitre/prisma'
import { readableFiches } from '../rights/readable.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { MAX_MENTIONS } from './fil-rules.ts'
import { type SansAcces, sansAcces } from './sans-acces.ts'

interface Said {
  fil: Pick<Fil, 'collectiviteId' | 'ficheId' | 'planId'>
  commentaireId: string
  markdown: string
}

interface Named {
  userId: string | null
  serviceId: string | null
  ficheId: string | null
}

const NOBODY: Named = { userId: null, serviceId: null, ficheId: null }

/**
 * Keeps whom a comment names in place of whom it named: members and services of the collectivité that the thread is of, and fiches that its
 * author may read. Other tokens name nobody. Those whom it names now and did not stay; answers whom of all it names may not read what
 * the thread is about.
 * @throws ValidationError TOO_MANY_MENTIONS
 */
export async function keepMentions(useCase: UseCase, { fil, commentaireId, markdown }: Said): Promise<SansAcces[]> {
  const { tx } = useCase
  const named = await namedIn(useCase, { fil, markdown })
  const before = await tx.mention.findMany({ where: { commentaireId } })
  const keys = new Set(named.map(keyOf))
  const known = new Set(before.map(keyOf))
  const gone = before.filter((mention) => !keys.has(keyOf(mention))).map(({ id }) => id)
  if (gone.length > 0) await tx.mention.deleteMany({ where: { id: { in: gone }, commentaireId } })
  const data = named.filter((mention) => !known.has(keyOf(mention))).map((mention) => ({ commentaireId, ...mention }))
  if (data.length > 0) await tx.mention.createMany({ data })
  return sansAcces(useCase, { fil, named })
}

async function namedIn({ viewer, tx }: UseCase, { fil, markdown }: Omit<Said, 'commentaireId'>): Promise<Named[]> {
  const ids = idsIn(markdown)
  const count = ids.user.size + ids.service.size + ids.fiche.size
  if (count === 0) return []
  demandRoom({
    count,
    max: MAX_MENTIONS,
    what: 'MENTIONS',
    message: `Un commentaire nomme ${MAX_MENTIONS} personnes, services ou fiches au plus : répondez-vous pour en nommer d’autres.`,
  })
  const { collectiviteId } = fil
  const membres = await tx.membre.findMany({
    where: { collectiviteId, userId: { in: [...ids.user] } },
    select: { userId: true },
  })
  const services = await tx.service.findMany({
    where: { collectiviteId, id: { in: [...ids.service] } },
    select: { id: true },
  })
  const fiches = await tx.fiche.findMany({
    where: { AND: [{ id: { in: [...ids.fiche] } }, readableFiches(viewer)] },
    select: { id: true },
  })
  return [
    ...membres.map(({ userId }) => ({ ...NOBODY, userId })),
    ...services.map(({ id }) => ({ ...NOBODY, serviceId: id })),
    ...fiches.map(({ id }) => ({ ...NOBODY, ficheId: id })),
  ]
}

/** The tokens of a comment, each once. */
export function referencesIn(markdown: string): ReferenceEmbed[] {
  const found = new Map<string, ReferenceEmbed>()
  resolveTokens(markdown, (embed) => {
    found.set(JSON.stringify(embed), embed)
    return ''
  })
  return [...found.values()]
}

function idsIn(markdown: string): Record<'user' | 'service' | 'fiche', Set<string>> {
  const ids = { user: new Set<string>(), service: new Set<string>(), fiche: new Set<string>() }
  for (const embed of referencesIn(markdown)) {
    if ('mention' in embed) ids[embed.mention.kind].add(embed.mention.id)
    if ('ficheLink' in embed) ids.fiche.add(embed.ficheLink.id)
  }
  return ids
}

function keyOf({ userId, serviceId, ficheId }: Named): string {
  return [userId, serviceId, ficheId].join(' ')
}
