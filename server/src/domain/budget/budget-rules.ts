import { BudgetNature, BudgetType, BudgetUnite } from '@pupitre/prisma'
import { z } from 'zod'
import { montantSchema } from '../montant.ts'

/** Lines of one fiche's budget: three types, two units, two natures, and sixteen years with their total. */
export const MAX_LIGNES_BUDGET = 204

/** The years that a line may be of: what the database accepts. */
export const BUDGET_ANNEES = { first: 1900, last: 2200 }

const annee = z
  .int()
  .min(BUDGET_ANNEES.first, 'Cette année est hors du calendrier.')
  .max(BUDGET_ANNEES.last, 'Cette année est hors du calendrier.')

const keySchema = z.object({
  type: z.enum(BudgetType),
  unite: z.enum(BudgetUnite),
  nature: z.enum(BudgetNature),
  /** null: the total. */
  annee: annee.nullable(),
})

export const newLigneBudgetSchema = keySchema.extend({ ficheId: z.guid(), montant: montantSchema })
export const ligneBudgetChangeSchema = keySchema.extend({ montant: montantSchema }).partial()

export type NewLigneBudget = z.input<typeof newLigneBudgetSchema>
export type LigneBudgetChange = z.input<typeof ligneBudgetChangeSchema>
export type BudgetKey = z.output<typeof keySchema>
