import type { Statut } from '../../gql/graphql.ts'

/** Today's day somewhere, `YYYY-MM-DD`: lateness is judged in the collectivité's time zone. */
export function todayIn(timeZone: string, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now)
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Whether the échéance is past, of a fiche that is neither done nor given up. */
export function isLate(
  { statut, dateFin }: { statut?: Statut | null | undefined; dateFin?: string | null | undefined },
  today: string,
): boolean {
  return !!dateFin && dateFin < today && statut !== 'REALISE' && statut !== 'ABANDONNE'
}
