import type { Indicateur, Periodicite } from '@pupitre/prisma'
import { ConflictError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { demandIndicateur } from './find-indicateur.ts'
import { type IndicateurChanges, indicateurChangesSchema } from './indicateur-rules.ts'
import { startsPeriode } from './periode.ts'
import { recordIndicateurChange } from './record-indicateur-change.ts'

/**
 * Changes the fields that are named. Going from months to years is refused while a value is of another month than January.
 * @throws ValidationError, NotFoundError, ForbiddenError, ConflictError PERIODICITE_CONFLICT.
 */
export async function updateIndicateur(useCase: UseCase, input: IndicateurChanges): Promise<Indicateur> {
  const { tx } = useCase
  const { id, ...fields } = parseInput(indicateurChangesSchema, input)
  const indicateur = await demandIndicateur(useCase, id)
  if (fields.periodicite) await demandValeursFit(tx, { indicateurId: indicateur.id, periodicite: fields.periodicite })
  const updated = await tx.indicateur.update({
    where: { id: indicateur.id, collectiviteId: indicateur.collectiviteId },
    data: { ...fields, ...(fields.nom === undefined ? {} : { nomNormalise: normaliseNom(fields.nom) }) },
  })
  const named = Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [field]))
  await recordIndicateurChange(useCase, { indicateurId: indicateur.id, fields: named })
  return updated
}

async function demandValeursFit(
  tx: Tx,
  { indicateurId, periodicite }: { indicateurId: string; periodicite: Periodicite },
): Promise<void> {
  const valeurs = await tx.indicateurValeur.findMany({ where: { indicateurId }, select: { periode: true } })
  const misfits = valeurs.filter(({ periode }) => !startsPeriode(periode, periodicite)).length
  if (misfits === 0) return
  throw new ConflictError({
    code: 'PERIODICITE_CONFLICT',
    message: `Cet indicateur a des valeurs par mois (${misfits} hors du mois de janvier) : effacez-les avant de passer à une valeur par an.`,
  })
}
