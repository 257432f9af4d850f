import type { PlanType } from '@pupitre/prisma'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'

/** Words of a plan's name which tell its type, whole words only. The first that matches wins. */
const TYPE_WORDS: readonly (readonly [RegExp, PlanType])[] = [
  [/\b(pcaet|plan climat)\b/, 'PCAET'],
  [/\b(cls|contrat local de sante)\b/, 'CONTRAT_LOCAL_SANTE'],
  [/\b(crte)\b/, 'CRTE'],
  [/\b(spaser|spaer)\b/, 'SPASER'],
  [/\b(cot|transition ecologique|territoire engage|contrat d'objectifs? territorial)\b/, 'TRANSITION_ECOLOGIQUE'],
  [/\bprojet de territoire\b/, 'PROJET_DE_TERRITOIRE'],
  [/\b(plpdma|economie circulaire|dechets)\b/, 'ECONOMIE_CIRCULAIRE'],
  [/\b(pat|projet alimentaire)\b/, 'AGRICULTURE_ALIMENTATION'],
  [/\b(pcs|plan communal de sauvegarde)\b/, 'PLAN_COMMUNAL_SAUVEGARDE'],
  [/\b(plan de mobilite|mobilites?)\b/, 'MOBILITE'],
  [/\b(plh|plui?|habitat|urbanisme)\b/, 'URBANISME_HABITAT'],
  [/\bbiodiversite\b/, 'BIODIVERSITE'],
]

/** A plan's type as its name tells it; « Autre » when it does not. */
export function typeOfPlan(nom: string): { type: PlanType; typeAutre: string | null } {
  const words = normaliseNom(nom)
  const found = TYPE_WORDS.find(([pattern]) => pattern.test(words))
  return found ? { type: found[1], typeAutre: null } : { type: 'AUTRE', typeAutre: 'Plan importé' }
}
