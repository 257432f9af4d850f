import { z } from 'zod'
import { NotFoundError } from '../../errors.ts'
import { acteOf } from '../../journal/tell-acte.ts'
import { parseInput } from '../../parse-input.ts'
import { undoableActes } from '../../rights/readable.ts'
import type { UseCase } from '../../use-case.ts'
import { ENSEMBLES, keyOf, type Membre } from './ensembles.ts'
import { type FicheState, lockReadable, readStates } from './fiche-state.ts'
import { existingMembres } from './named-membres.ts'
import { undoOf } from './undo-write.ts'
import type { FicheRefusee } from './update-fiches.ts'
import { isChange, writeFiches } from './write-fiches.ts'
import { touchedSince, writtenOf } from './written-by-acte.ts'

const undoSchema = z.object({ acte: z.guid() })

/** A fiche that keeps something of the act, and why. */
export interface FicheLaissee extends Pick<FicheRefusee, 'ficheId' | 'message'> {
  titre: string
  /** CHANGED_SINCE, or that of a ForbiddenError. */
  code: string
}

export interface ActeUndone {
  /** What undoes the undoing; null when nothing was written. */
  acte: string | null
  /** Fiches to which something was given back. */
  retablies: number
  laissees: FicheLaissee[]
}

/**
 * Takes back one act that changed many fiches, from what the journal kept of it, on the fiches that the viewer may change: whoever did
 * it, or an éditeur or admin there. What somebody changed since stays as it is. It is such an act itself, and is undone in the same way.
 * @throws NotFoundError when there is no such act, or the viewer may not undo it.
 */
export async function undoActe(useCase: UseCase, input: z.input<typeof undoSchema>): Promise<ActeUndone> {
  const { viewer, tx } = useCase
  const { acte } = parseInput(undoSchema, input)
  const where = { AND: [{ acte }, undoableActes(viewer)] }
  const about = await tx.journalEntry.findMany({ where, distinct: ['ficheId'], select: { ficheId: true } })
  const ficheIds = about.flatMap(({ ficheId }) => ficheId ?? [])
  if (ficheIds.length === 0) throw new NotFoundError('ACTE')
  await lockReadable(useCase, ficheIds)
  const states = await readStates(useCase, ficheIds)
  const entries = await tx.journalEntry.findMany({ where, orderBy: { rang: 'asc' } })
  const [first] = entries
  if (!first) throw new NotFoundError('ACTE')
  const touched = await touchedSince(tx, { acte, at: first.at, ficheIds })
  const written = new Map(
    [...Map.groupBy(entries, ({ ficheId }) => ficheId ?? '')].map(([ficheId, lines]) => [ficheId, writtenOf(lines)]),
  )
  const taken = [...written.values()].flatMap(({ retraits }) => retraits)
  const existing = await existingMembres(tx, taken)
  const exists = (membre: Membre) => ENSEMBLES[membre.ensemble].max === undefined || existing.has(keyOf(membre))

  const undone = [...states.values()].flatMap((fiche) => {
    const lines = written.get(fiche.id)
    return lines ? [undoOf({ fiche, written: lines, touched: touched.get(fiche.id), exists })] : []
  })
  const writes = undone.filter((write) => !write.fiche.forbidden && isChange(write))
  await writeFiches(useCase, writes)
  return {
    acte: writes.length === 0 ? null : await acteOf(tx),
    retablies: writes.length,
    laissees: undone.filter(({ fiche, isWhole }) => fiche.forbidden || !isWhole).map(({ fiche }) => laisseeOf(fiche)),
  }
}

function laisseeOf({ id, titre, forbidden }: Pick<FicheState, 'id' | 'titre' | 'forbidden'>): FicheLaissee {
  if (forbidden) return { ficheId: id, titre, code: forbidden.code, message: forbidden.message }
  const message = 'Elle a changé depuis : ce qu’un collègue y a mis reste.'
  return { ficheId: id, titre, code: 'CHANGED_SINCE', message }
}
