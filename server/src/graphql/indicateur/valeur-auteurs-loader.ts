import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { signedValeurs } from '../../domain/rights/visible.ts'
import type { Viewer } from '../../domain/viewer.ts'

interface ValeurKey {
  indicateurId: string
  periode: Date
}

/** The name of who changed a value last, for those who are not of its collectivité; null for the server itself, or when it is not told to them. */
export type ValeurAuteursLoader = DataLoader<ValeurKey, string | null, string>

export function valeurAuteursLoader({
  prisma,
  viewer,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
}): ValeurAuteursLoader {
  return new DataLoader<ValeurKey, string | null, string>(
    async (keys) => {
      const indicateurId = { in: [...new Set(keys.map((key) => key.indicateurId))] }
      const periode = { in: keys.map((key) => key.periode) }
      const signed = await prisma.indicateurValeur.findMany({
        where: { AND: [{ indicateurId, periode }, signedValeurs(viewer)] },
        select: { indicateurId: true, periode: true, updatedBy: { select: { name: true } } },
      })
      const names = new Map(signed.map((valeur) => [cacheKey(valeur), valeur.updatedBy?.name]))
      return keys.map((key) => names.get(cacheKey(key)) ?? null)
    },
    { cacheKeyFn: cacheKey },
  )
}

function cacheKey({ indicateurId, periode }: ValeurKey): string {
  return `${indicateurId}/${periode.toISOString()}`
}
