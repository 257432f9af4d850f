import type { JournalEntry } from '@pupitre/prisma'
import { z } from 'zod'
import type { Tx } from '../../transaction.ts'
import { type Champ, CHAMP_NAMES, CHAMPS, type Valeur, valeurOf } from './champs.ts'
import { ENSEMBLE_NAMES, ENSEMBLES, keyOf, type Membre } from './ensembles.ts'

/** What an act did to one fiche, as the journal kept it. */
export interface WrittenFiche {
  valeurs: ReadonlyMap<Champ, { avant: Valeur; apres: Valeur }>
  ajouts: readonly Membre[]
  retraits: readonly Membre[]
}

const columns = z.record(z.string(), z.unknown())

/** What entries of the journal, of one fiche, say that was done to it. */
export function writtenOf(
  entries: readonly Pick<JournalEntry, 'relation' | 'operation' | 'cle' | 'avant' | 'apres'>[],
): WrittenFiche {
  const valeurs = new Map<Champ, { avant: Valeur; apres: Valeur }>()
  const [ajouts, retraits]: [Membre[], Membre[]] = [[], []]
  for (const entry of entries) {
    const [cle, avant, apres] = [entry.cle, entry.avant, entry.apres].map((side) => columns.parse(side ?? {}))
    if (entry.relation === 'fiche') {
      for (const champ of CHAMP_NAMES) {
        const column = CHAMPS[champ]
        if (apres && column in apres)
          valeurs.set(champ, { avant: valeurOf(avant?.[column]), apres: valeurOf(apres[column]) })
      }
      continue
    }
    const membre = membreOf({ relation: entry.relation, row: { ...cle, ...avant, ...apres } })
    if (membre && entry.operation === 'CREATION') ajouts.push(membre)
    if (membre && entry.operation === 'SUPPRESSION') retraits.push(membre)
  }
  return { valeurs, ajouts, retraits }
}

function membreOf({ relation, row }: { relation: string; row: Readonly<Record<string, unknown>> }): Membre | null {
  for (const ensemble of ENSEMBLE_NAMES) {
    const stored = ENSEMBLES[ensemble]
    const id = row[stored.colonne]
    const isOfGenre = stored.genre === undefined || stored.genre === row['genre']
    if (stored.relation === relation && isOfGenre && typeof id === 'string') return { ensemble, id }
  }
  return null
}

/** What was changed of one fiche since an act, whatever it is now. */
export interface Touched {
  champs: ReadonlySet<string>
  /** By their keys. */
  membres: ReadonlySet<string>
}

const touchedRow = z.object({ ficheId: z.string(), relation: z.string(), row: columns, colonne: z.string().nullable() })

/** What later acts changed of fiches, each thing once: a value that somebody gave again is theirs. */
export async function touchedSince(
  tx: Tx,
  { acte, at, ficheIds }: { acte: string; at: Date; ficheIds: readonly string[] },
): Promise<ReadonlyMap<string, Touched>> {
  const relations = ['fiche', ...ENSEMBLE_NAMES.map((ensemble) => ENSEMBLES[ensemble].relation)]
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT fiche_id AS "ficheId", relation, colonne,
      CASE WHEN relation = 'fiche' THEN '{}' ELSE coalesce(avant, '{}') || coalesce(apres, '{}') || cle END AS row
    FROM journal_entry
      LEFT JOIN LATERAL jsonb_object_keys(CASE WHEN relation = 'fiche' THEN apres END) AS colonne ON true
    WHERE fiche_id = ANY (${[...ficheIds]}::uuid[]) AND at >= ${at} AND acte <> ${acte}::uuid
      AND relation = ANY (${relations})`
  const byFiche = Map.groupBy(z.array(touchedRow).parse(rows), ({ ficheId }) => ficheId)
  return new Map([...byFiche].map(([ficheId, touched]) => [ficheId, touchedOf(touched)]))
}

function touchedOf(rows: readonly z.infer<typeof touchedRow>[]): Touched {
  return {
    champs: new Set(rows.flatMap(({ colonne }) => colonne ?? [])),
    membres: new Set(
      rows.flatMap((row) => {
        const membre = membreOf(row)
        return membre ? [keyOf(membre)] : []
      }),
    ),
  }
}
