import type { LockedText } from '../live-text.ts'
import { MAX_FILS } from '../fil/fil-rules.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { fusionFull } from './fusion-rules.ts'

/** How many threads a merge moves. @throws ConflictError FUSION_TOO_MANY */
export async function countFils(tx: Tx, { from, to }: { from: string; to: string }): Promise<number> {
  const moved = await tx.fil.count({ where: { ficheId: from } })
  if (moved > 0 && moved + (await tx.fil.count({ where: { ficheId: to } })) > MAX_FILS) throw fusionFull('discussions')
  return moved
}

/**
 * Moves the threads of a merged fiche to the kept one, whose text is locked and has the words of the other: passages are found there by
 * their words, or lost. What undoing the merge gives them back is kept.
 */
export async function moveFils(
  { tx, record }: UseCase,
  { from, to, text }: { from: string; to: string; text: LockedText },
): Promise<void> {
  const fils = await tx.fil.findMany({ where: { ficheId: from }, include: { passage: true }, orderBy: { id: 'asc' } })
  if (fils.length === 0) return
  await tx.filDeplace.createMany({
    data: fils.map(({ id: filId, passage }) => ({
      ficheId: from,
      filId,
      ...(passage && { texte: passage.texte, caracteres: passage.caracteres, perdu: passage.perdu }),
    })),
  })
  await tx.fil.updateMany({ where: { ficheId: from }, data: { ficheId: to } })
  const passages = fils.flatMap(({ passage }) => passage ?? [])
  const { seq, places } = text.locate(passages)
  await writePlaces(
    tx,
    places.map((place, at) => ({ ...place, filId: passages[at]?.filId ?? '', seq })),
  )
  record.change({ kind: 'fiche', ficheId: to, fields: ['fils'] })
}

/** Gives a fiche that comes back the threads that the merge took from it, where their passages were; what was said since goes with them. */
export async function returnFils(
  { tx, record }: UseCase,
  { from, to, text }: { from: string; to: string; text: LockedText | undefined },
): Promise<void> {
  const moved = await tx.filDeplace.findMany({
    where: { ficheId: to, fil: { ficheId: from } },
    include: { fil: { select: { passage: true } } },
    orderBy: { filId: 'asc' },
  })
  if (moved.length === 0) return
  await tx.fil.updateMany({
    where: { id: { in: moved.map(({ filId }) => filId) }, ficheId: from },
    data: { ficheId: to },
  })
  const passages = moved.flatMap(({ texte, caracteres, perdu, filId, fil: { passage } }) => {
    if (!passage) return []
    return texte === null || caracteres === null ? [passage] : [{ ...passage, texte, caracteres, perdu, filId }]
  })
  const { seq, places } = text?.locate(passages) ?? { seq: 0n, places: [] }
  await writePlaces(
    tx,
    places.map((place, at) => ({ ...place, filId: passages[at]?.filId ?? '', seq })),
  )
  for (const ficheId of [from, to]) record.change({ kind: 'fiche', ficheId, fields: ['fils'] })
}

interface Placed {
  filId: string
  texte: string
  caracteres: Uint8Array
  seq: bigint
  perdu: boolean
}

async function writePlaces(tx: Tx, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return
  await tx.$executeRaw`
    UPDATE passage SET texte = m.texte, caracteres = decode(m.caracteres, 'base64'), seq = m.seq, perdu = m.perdu
    FROM unnest(
      ${placed.map(({ filId }) => filId)}::uuid[],
      ${placed.map(({ texte }) => texte)}::text[],
      ${placed.map(({ caracteres }) => Buffer.from(caracteres).toString('base64'))}::text[],
      ${placed.map(({ seq }) => seq)}::bigint[],
      ${placed.map(({ perdu }) => perdu)}::boolean[]
    ) AS m(fil_id, texte, caracteres, seq, perdu)
    WHERE passage.fil_id = m.fil_id`
}
