import type { Statut } from '@pupitre/prisma'

/** Statuts of a fiche that nothing more is awaited from. */
const OVER: ReadonlySet<Statut> = new Set(['REALISE', 'ABANDONNE'])

interface Judged {
  statut: Statut | null
  dateFin: Date | null
}

/**
 * Whether a fiche is late: its last day is over where the collectivité is, and it is neither done nor given up.
 *
 * @param timeZone IANA name: it is already tomorrow in Nouméa when it is still today in Paris
 */
export function isEnRetard({ statut, dateFin }: Judged, { timeZone, now }: { timeZone: string; now: Date }): boolean {
  if (dateFin === null || (statut !== null && OVER.has(statut))) return false
  return dateFin.toISOString().slice(0, 'YYYY-MM-DD'.length) < dayIn(timeZone, now)
}

/** By time zone: making one takes longer than the rest of an answer's field, and there are a dozen of them. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** `YYYY-MM-DD` of an instant somewhere. */
function dayIn(timeZone: string, now: Date): string {
  const format =
    dayFormats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  dayFormats.set(timeZone, format)
  return format.format(now)
}
