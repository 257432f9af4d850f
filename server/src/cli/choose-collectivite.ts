import { CollectiviteType, officialCollectivite } from '@pupitre/prisma'
import { CommandError } from './run-command.ts'

export interface ChosenCollectivite {
  siren: string
  nom: string
  type: CollectiviteType
  timeZone: string
}

/**
 * What the command's options say of the collectivité, completed by the official register, which has the communes and
 * their groupings; `--nom` and `--type` say it for the others, or say it better.
 *
 * @throws CommandError
 */
export function chooseCollectivite(given: {
  siren?: string | undefined
  nom?: string | undefined
  type?: string | undefined
  timeZone?: string | undefined
}): ChosenCollectivite {
  const siren = given.siren?.replaceAll(/\s/g, '') ?? ''
  if (!isSiren(siren))
    throw new CommandError('--siren : attendu un numéro SIREN de neuf chiffres, clé de contrôle comprise.')
  const official = officialCollectivite(siren)
  const nom = given.nom?.trim() || official?.nom
  const type = given.type === undefined ? official?.type : readType(given.type)
  if (nom === undefined || type === undefined) {
    throw new CommandError(
      `Le SIREN ${siren} n’est pas celui d’une commune ou d’un EPCI connus : ajoutez --nom "…" et --type parmi ${TYPES.join(', ')}.`,
    )
  }
  return { siren, nom, type, timeZone: readTimeZone(given.timeZone) ?? official?.timeZone ?? 'Europe/Paris' }
}

const TYPES = Object.values(CollectiviteType)

function readType(given: string): CollectiviteType {
  const type = TYPES.find((known) => known === given.toUpperCase())
  if (!type) throw new CommandError(`--type : attendu l’un de ${TYPES.join(', ')}.`)
  return type
}

function readTimeZone(given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  if (!Intl.supportedValuesOf('timeZone').includes(given)) {
    throw new CommandError('--time-zone : attendu un fuseau comme Europe/Paris ou Indian/Reunion.')
  }
  return given
}

/** Nine digits whose Luhn sum is a multiple of ten: a mistyped digit or two swapped ones are caught. */
function isSiren(siren: string): boolean {
  if (!/^\d{9}$/.test(siren)) return false
  const sum = Array.from(siren, Number).reduce((total, digit, index) => {
    const weighted = index % 2 === 1 ? digit * 2 : digit
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}
