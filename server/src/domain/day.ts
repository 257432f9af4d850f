import { z } from 'zod'

/** A day `YYYY-MM-DD` within reach of a calendar, as Prisma writes a DATE: midnight UTC. */
export const daySchema = z.iso
  .date({ error: 'Cette date n’existe pas.' })
  .refine((day) => day >= '1900-01-01' && day < '2200-01-01', {
    error: 'Cette date est hors du calendrier.',
    params: { code: 'DATE_OUT_OF_RANGE' },
  })
  .transform((day) => new Date(`${day}T00:00:00.000Z`))
