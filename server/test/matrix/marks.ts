import type { PlanVisibilite } from '@pupitre/prisma'
import { VISIBILITES } from './readers.ts'

/** In the names of what the plans of each world hold, and nowhere else. */
export const MARKS: Record<PlanVisibilite, string> = {
  PUBLIC: 'Pervenche',
  COLLECTIVITE: 'Capucine',
  RESTREINT: 'Renoncule',
}

/** Of which worlds an answer tells something. */
export function marksIn(answer: unknown): PlanVisibilite[] {
  const text = JSON.stringify(answer)
  return VISIBILITES.filter((visibilite) => text.includes(MARKS[visibilite]))
}
