import { z } from 'zod'

/** An amount as typed, « 12500.50 »: twelve digits before the point, two after, as the columns hold. Never negative. */
export const montantSchema = z.string().regex(/^\d{1,12}(?:\.\d{1,2})?$/, {
  error: 'Un montant est un nombre positif, de 12 chiffres et 2 décimales au plus.',
})
