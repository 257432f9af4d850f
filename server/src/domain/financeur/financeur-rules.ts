import { z } from 'zod'
import { labelNomSchema } from '../label/label-rules.ts'
import { montantSchema } from '../montant.ts'

/** Lines of one fiche: the largest seen has a dozen. */
export const MAX_LIGNES_FINANCEUR = 100

/** Those who share one amount. */
export const MAX_FINANCEURS_PER_LIGNE = 20

const ids = z.array(z.guid()).max(MAX_FINANCEURS_PER_LIGNE, 'Trop de financeurs pour une ligne.').default([])
const noms = z.array(labelNomSchema).max(MAX_FINANCEURS_PER_LIGNE, 'Trop de financeurs pour une ligne.').default([])

export const newLigneFinanceurSchema = z.object({
  ficheId: z.guid(),
  /** Labels of the collectivité, by id or by name: those that are missing are created. */
  financeurIds: ids,
  noms,
  /** null: not known. */
  montantHt: montantSchema.nullable(),
})

export const ligneFinanceurChangeSchema = z.object({
  ligneId: z.guid(),
  addFinanceurIds: ids,
  addNoms: noms,
  removeFinanceurIds: ids,
  montantHt: montantSchema.nullable().optional(),
})

export type NewLigneFinanceur = z.input<typeof newLigneFinanceurSchema>
export type LigneFinanceurChange = z.input<typeof ligneFinanceurChangeSchema>
