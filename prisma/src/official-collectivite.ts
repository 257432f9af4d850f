import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CollectiviteType } from '../client/enums.ts'
import { timeZoneOfCommune } from './time-zone.ts'

/** A local authority as the official register (@etalab/decoupage-administratif) knows it. */
export interface OfficialCollectivite {
  siren: string
  nom: string
  type: CollectiviteType
  /** IANA name. */
  timeZone: string
}

/** The register's codes for groupings of communes; an établissement public territorial (EPT) has no type of its own here. */
const TYPES: Record<string, CollectiviteType> = {
  CA: 'COMMUNAUTE_AGGLOMERATION',
  CC: 'COMMUNAUTE_COMMUNES',
  CU: 'COMMUNAUTE_URBAINE',
  METRO: 'METROPOLE',
  MET69: 'METROPOLE',
}

/**
 * Finds a commune or a grouping of communes by its SIREN; null when the register has none. It gives no SIREN for régions,
 * départements and syndicats.
 */
export function officialCollectivite(siren: string): OfficialCollectivite | null {
  for (const register of ['epci', 'ept'] as const) {
    const found = readRegister(register).find((entry) => entry.code === siren)
    if (!found) continue
    const nom = withFrenchQuotes(found.nom)
    return {
      siren,
      nom,
      type: TYPES[found.type] ?? 'AUTRE',
      timeZone: timeZoneOfCommune(found.membres?.[0]?.code ?? ''),
    }
  }
  const commune = readRegister('communes').find((entry) => entry.siren === siren && entry.type === 'commune-actuelle')
  if (!commune) return null
  return { siren, nom: commune.nom, type: 'COMMUNE', timeZone: timeZoneOfCommune(commune.code) }
}

interface RegisterEntry {
  code: string
  nom: string
  type: string
  siren?: string
  membres?: { code: string }[]
}

/** The package's own entry reads its files relative to the current folder: they are read here instead. */
function readRegister(name: 'epci' | 'ept' | 'communes'): RegisterEntry[] {
  const path = createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${name}.json`)
  const entries: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!Array.isArray(entries)) throw new Error(`${path} is not a list`)
  return entries.filter(isRegisterEntry)
}

function isRegisterEntry(entry: unknown): entry is RegisterEntry {
  if (typeof entry !== 'object' || entry === null) return false
  return ['code', 'nom', 'type'].every((key) => typeof Reflect.get(entry, key) === 'string')
}

/** The register, typed on a keyboard, writes ''Agglopolys'' where French writes « Agglopolys ». */
function withFrenchQuotes(nom: string): string {
  return nom.replace(/''(.+?)''/g, '«\u00a0$1\u00a0»')
}
