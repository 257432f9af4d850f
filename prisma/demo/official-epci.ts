import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CollectiviteType } from '../client/enums.ts'

/** An établissement public de coopération intercommunale, as the official register names it. */
export interface OfficialEpci {
  siren: string
  nom: string
  type: CollectiviteType
}

/** The register's own codes. */
const TYPES: Record<string, CollectiviteType> = {
  CA: 'COMMUNAUTE_AGGLOMERATION',
  CC: 'COMMUNAUTE_COMMUNES',
  CU: 'COMMUNAUTE_URBAINE',
  METRO: 'METROPOLE',
  MET69: 'METROPOLE',
}

/**
 * Finds an EPCI by its SIREN in @etalab/decoupage-administratif.
 * @throws Error when the register has no such SIREN
 */
export function officialEpci(siren: string): OfficialEpci {
  const found = readRegister().find((entry) => entry.code === siren)
  if (!found) throw new Error(`No EPCI has the SIREN ${siren} in @etalab/decoupage-administratif`)
  return { siren, nom: withFrenchQuotes(found.nom), type: TYPES[found.type] ?? 'AUTRE' }
}

/** The register, typed on a keyboard, writes ''Agglopolys'' where French writes « Agglopolys ». */
function withFrenchQuotes(nom: string): string {
  return nom.replace(/''(.+?)''/g, '«\u202f$1\u202f»')
}

interface RegisterEntry {
  code: string
  nom: string
  type: string
}

let register: RegisterEntry[] | undefined

/** The package's own entry reads its files relative to the current folder: the file is read here instead, once. */
function readRegister(): RegisterEntry[] {
  if (register) return register
  const path = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/epci.json')
  const entries: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!Array.isArray(entries)) throw new Error(`${path} is not a list`)
  register = entries.filter(isRegisterEntry)
  return register
}

function isRegisterEntry(entry: unknown): entry is RegisterEntry {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'code' in entry &&
    typeof entry.code === 'string' &&
    'nom' in entry &&
    typeof entry.nom === 'string' &&
    'type' in entry &&
    typeof entry.type === 'string'
  )
}
