import { Cible, EffetAttendu } from '@pupitre/prisma'
import { z } from 'zod'
import { ficheUpdateSchema } from '../update-fiche-rules.ts'
import { valeursOf } from './champs.ts'
import { type Ensemble, ENSEMBLE_NAMES, keyOf, type Membre, thematiqueOf } from './ensembles.ts'

/** Fiches changed at once: more than twice the largest plan seen. */
export const MAX_UPDATED_FICHES = 500

/** Members added and removed at once, all sets together: an act and its journal stay short. */
export const MAX_CHANGED_MEMBRES = 30

/** Longer than any code of the reference data. */
const MAX_CODE_CHARACTERS = 200

const id = z.guid().transform((text) => text.toLowerCase())
const ids = z.array(id).default([])
const codes = z.array(z.string().max(MAX_CODE_CHARACTERS)).default([])

const ensemblesSchema = z
  .object({
    services: ids,
    pilotes: ids,
    referents: ids,
    structures: ids,
    partenaires: ids,
    instancesGouvernance: ids,
    tags: ids,
    cibles: z.array(z.enum(Cible)).default([]),
    effetsAttendus: z.array(z.enum(EffetAttendu)).default([]),
    thematiques: codes,
    sousThematiques: codes,
  } satisfies Record<Ensemble, z.ZodType>)
  .prefault({})
  .transform((named) =>
    distinct(ENSEMBLE_NAMES.flatMap((ensemble) => named[ensemble].map((membreId) => ({ ensemble, id: membreId })))),
  )

const valeursSchema = ficheUpdateSchema
  .pick({
    statut: true,
    priorite: true,
    dateDebut: true,
    dateFin: true,
    ameliorationContinue: true,
    tempsDeMiseEnOeuvre: true,
    participationCitoyenne: true,
    poids: true,
  })
  .transform(valeursOf)

/** The same change for many fiches: single values that are named, null clears; members of their sets to add and to remove. */
export const fichesUpdateSchema = z
  .object({
    ficheIds: z
      .array(id)
      .min(1, { error: 'Choisissez les fiches à modifier.' })
      .max(MAX_UPDATED_FICHES, { error: `On modifie au plus ${MAX_UPDATED_FICHES} fiches à la fois.` })
      .transform((list) => [...new Set(list)]),
    valeurs: valeursSchema,
    ajouter: ensemblesSchema,
    retirer: ensemblesSchema,
  })
  // Not a refinement: one would also be asked of sets that could not be read.
  .transform((change, context) => {
    const { valeurs, ajouter, retirer } = change
    const count = ajouter.length + retirer.length
    const refuse = (code: string, message: string) => context.addIssue({ code: 'custom', message, params: { code } })
    if (valeurs.size + count === 0) refuse('NOTHING_TO_CHANGE', 'Choisissez au moins un champ à modifier.')
    if (count > MAX_CHANGED_MEMBRES) {
      refuse('TOO_MANY', `On ajoute et retire au plus ${MAX_CHANGED_MEMBRES} éléments à la fois.`)
    }
    const kept = new Set(ajouter.flatMap((membre) => [keyOf(membre), ...standsOn(membre)]))
    if (retirer.some((membre) => kept.has(keyOf(membre)))) {
      refuse('ADDED_AND_REMOVED', 'Un même élément est à ajouter et à retirer : choisissez l’un des deux.')
    }
    return change
  })

export type FichesUpdate = z.input<typeof fichesUpdateSchema>

/** The key of the thématique that a sous-thématique brings with it. */
function standsOn({ ensemble, id: code }: Membre): string[] {
  return ensemble === 'sousThematiques' ? [keyOf({ ensemble: 'thematiques', id: thematiqueOf(code) })] : []
}

function distinct(membres: readonly Membre[]): Membre[] {
  return [...new Map(membres.map((membre) => [keyOf(membre), membre])).values()]
}
