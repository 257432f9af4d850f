import { z } from 'zod'
import { ConflictError } from '../errors.ts'

export const fusionSchema = z
  .object({
    /** The one that goes into the other. */
    ficheId: z.guid(),
    intoId: z.guid(),
  })
  .refine(({ ficheId, intoId }) => ficheId !== intoId, {
    error: 'Une fiche ne se fusionne pas avec elle-même : choisissez-en une autre.',
    path: ['intoId'],
    params: { code: 'FUSION_SELF' },
  })

export type FusionAsked = z.input<typeof fusionSchema>

const REFUSALS = {
  FUSION_OTHER_COLLECTIVITE: 'Ces deux fiches ne sont pas de la même collectivité.',
  FUSION_SOUS_ACTION:
    'Une sous-action ne se fusionne qu’avec une autre sous-action de la même fiche : sortez-la d’abord de sa fiche.',
  FUSION_READERS:
    'Ces deux fiches ne sont pas lues par les mêmes personnes, et la fusion ouvrirait ce qui est fermé : donnez-leur d’abord la même visibilité et les mêmes accès.',
  FUSION_TOO_LARGE: 'Les textes des deux fiches réunis sont trop longs pour une seule : raccourcissez-les d’abord.',
  FUSION_KEPT_DELETED: 'La fiche dans laquelle celle-ci a été fusionnée est dans la corbeille : restaurez-la d’abord.',
} as const

/** Why two fiches are not merged, or a merge not undone. */
export function fusionRefused(code: keyof typeof REFUSALS): ConflictError {
  return new ConflictError({ code, message: REFUSALS[code] })
}

/** A list of the kept fiche would hold more than it may. */
export function fusionFull(what: string): ConflictError {
  const message = `Les deux fiches ont ensemble trop de ${what} pour une seule : retirez-en d’abord.`
  return new ConflictError({ code: 'FUSION_TOO_MANY', message })
}
