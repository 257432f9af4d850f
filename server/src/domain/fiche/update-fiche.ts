import type { Fiche } from '@pupitre/prisma'
import { ValidationError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { demandFiche } from './find-fiche.ts'
import { lockFiche } from './lock-fiche.ts'
import { recordFicheChange } from './record-fiche-change.ts'
import { type FicheUpdate, ficheUpdateSchema } from './update-fiche-rules.ts'

/** What `enRetard` is computed from. */
const LATENESS: ReadonlySet<string> = new Set(['statut', 'dateFin'])

/**
 * Changes the single-value fields that are named, and no other: two people on different fields both win, and on the same one the
 * last. The dates are judged as they will be stored, with the one that is not named.
 * @throws ValidationError, NotFoundError, ForbiddenError
 */
export async function updateFiche(useCase: UseCase, input: FicheUpdate): Promise<void> {
  const { tx } = useCase
  const { ficheId, ...named } = parseInput(ficheUpdateSchema, input)
  const { id, collectiviteId } = await demandFiche(useCase, 'editFiche', ficheId)
  await lockFiche(tx, id)
  const where = { id_collectiviteId: { id, collectiviteId } }
  const before = await tx.fiche.findUniqueOrThrow({ where })
  demandDates({ ...before, ...defined(named) })

  const data = Object.fromEntries(
    Object.entries(defined(named)).filter(([field, value]) => differs(before, field, value)),
  )
  const changed = Object.keys(data)
  if (changed.length === 0) return
  await tx.fiche.update({ where, data })
  const fields = changed.some((field) => LATENESS.has(field)) ? [...changed, 'enRetard'] : changed
  await recordFicheChange(useCase, { ficheIds: [id], fields })
}

function demandDates({ dateDebut, dateFin }: Pick<Fiche, 'dateDebut' | 'dateFin'>): void {
  if (!dateDebut || !dateFin || dateDebut <= dateFin) return
  const message = 'La date de fin précède la date de début : changez l’une des deux.'
  throw new ValidationError([{ code: 'DATES_REVERSED', message, path: ['dateFin'] }])
}

type Defined<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> }

function defined<Values extends object>(values: Values): Defined<Values>
function defined(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function differs(before: Fiche, field: string, value: unknown): boolean {
  const stored: unknown = new Map<string, unknown>(Object.entries(before)).get(field)
  return stored instanceof Date && value instanceof Date ? stored.getTime() !== value.getTime() : stored !== value
}
