import { Prisma } from '@pupitre/prisma'
import type { ValeurChange } from './valeur-rules.ts'

/** One period as it is stored. */
export interface Valeur {
  periode: Date
  objectif: Prisma.Decimal | null
  realise: Prisma.Decimal | null
  commentaire: string
}

/** What becomes of the periods that a change names. Those that it leaves as they were are in neither list. */
export interface MergedValeurs {
  /** With their new content. */
  kept: Valeur[]
  /** Nothing is left of them. */
  emptied: Date[]
}

/** Changes the parts that are named, and leaves the others as they are stored. */
export function mergeValeurs(stored: readonly Valeur[], changes: readonly ValeurChange[]): MergedValeurs {
  const byPeriode = new Map(stored.map((valeur) => [valeur.periode.getTime(), valeur]))
  const merged: MergedValeurs = { kept: [], emptied: [] }
  for (const change of changes) {
    const before = byPeriode.get(change.periode.getTime()) ?? {
      periode: change.periode,
      objectif: null,
      realise: null,
      commentaire: '',
    }
    const after: Valeur = {
      periode: change.periode,
      objectif: change.objectif === undefined ? before.objectif : decimal(change.objectif),
      realise: change.realise === undefined ? before.realise : decimal(change.realise),
      commentaire: change.commentaire ?? before.commentaire,
    }
    if (isSame(before, after)) continue
    if (isEmpty(after)) merged.emptied.push(after.periode)
    else merged.kept.push(after)
  }
  return merged
}

function decimal(text: string | null): Prisma.Decimal | null {
  return text === null ? null : new Prisma.Decimal(text)
}

function isSame(a: Valeur, b: Valeur): boolean {
  return sameNumber(a.objectif, b.objectif) && sameNumber(a.realise, b.realise) && a.commentaire === b.commentaire
}

function sameNumber(a: Prisma.Decimal | null, b: Prisma.Decimal | null): boolean {
  return a === null || b === null ? a === b : a.equals(b)
}

function isEmpty({ objectif, realise, commentaire }: Valeur): boolean {
  return objectif === null && realise === null && commentaire === ''
}
