import type { Indicateur } from '@pupitre/prisma'
import { ConflictError, ValidationError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { demandIndicateur } from './find-indicateur.ts'
import { mergeValeurs } from './merge-valeurs.ts'
import { startsPeriode } from './periode.ts'
import { recordIndicateurChange } from './record-indicateur-change.ts'
import { MAX_VALEURS, type ValeurChange, type ValeurChanges, valeurChangesSchema } from './valeur-rules.ts'

/**
 * Changes values of one or several periods, all or none: in each only the parts that are named, so that two people who fill in
 * the objectif and the réalisé of one period are both kept. A period with nothing left is no more.
 * @throws ValidationError, NotFoundError, ForbiddenError, ConflictError TOO_MANY_VALEURS.
 */
export async function setValeurs(useCase: UseCase, input: ValeurChanges): Promise<Indicateur> {
  const { viewer, tx } = useCase
  const { indicateurId, valeurs: changes } = parseInput(valeurChangesSchema, input)
  const indicateur = await demandIndicateur(useCase, indicateurId)
  demandPeriodesFit(indicateur, changes)

  const named = { indicateurId, periode: { in: changes.map(({ periode }) => periode) } }
  const stored = await tx.indicateurValeur.findMany({ where: named })
  const { kept, emptied } = mergeValeurs(stored, changes)
  if (kept.length === 0 && emptied.length === 0) return indicateur

  const rewritten = [...kept.map(({ periode }) => periode), ...emptied]
  await tx.indicateurValeur.deleteMany({ where: { indicateurId, periode: { in: rewritten } } })
  await tx.indicateurValeur.createMany({
    data: kept.map((valeur) => ({ indicateurId, ...valeur, updatedById: viewer?.userId ?? null })),
  })
  await demandRoom(tx, indicateurId)
  await recordIndicateurChange(useCase, { indicateurId, fields: ['valeurs'] })
  return indicateur
}

function demandPeriodesFit({ periodicite }: Indicateur, changes: readonly ValeurChange[]): void {
  const issues = changes.flatMap(({ periode }, index) =>
    startsPeriode(periode, periodicite) ? [] : [{ index, periode }],
  )
  if (issues.length === 0) return
  const expected = periodicite === 'ANNUELLE' ? 'le premier jour d’une année' : 'le premier jour d’un mois'
  throw new ValidationError(
    issues.map(({ index }) => ({
      code: 'PERIODE_MISMATCH',
      message: `La période de cet indicateur est ${expected}.`,
      path: ['valeurs', String(index), 'periode'],
    })),
  )
}

async function demandRoom(tx: Tx, indicateurId: string): Promise<void> {
  if ((await tx.indicateurValeur.count({ where: { indicateurId } })) <= MAX_VALEURS) return
  throw new ConflictError({
    code: 'TOO_MANY_VALEURS',
    message: `Un indicateur compte au plus ${MAX_VALEURS} périodes.`,
  })
}
