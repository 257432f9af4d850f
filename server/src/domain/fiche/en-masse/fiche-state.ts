import { Prisma } from '@pupitre/prisma'
import { z } from 'zod'
import type { ForbiddenError } from '../../errors.ts'
import { refusalOnFiche } from '../../rights/demand.ts'
import { ficheTarget, ficheTargetSelect } from '../../rights/fiche-target.ts'
import { readableFichesSql } from '../../rights/readable-sql.ts'
import { readableFiches } from '../../rights/readable.ts'
import type { UseCase } from '../../use-case.ts'
import { type Valeurs, valeursOf } from './champs.ts'
import { ENSEMBLE_NAMES, ENSEMBLES, keyOf, type Membre } from './ensembles.ts'

/** What a fiche is before many are changed at once. */
export interface FicheState {
  id: string
  titre: string
  collectiviteId: string
  parentId: string | null
  valeurs: Valeurs
  /** The members of its sets, by their keys. */
  membres: ReadonlyMap<string, Membre>
  /** Why the viewer may not change it; null when they may. */
  forbidden: ForbiddenError | null
}

/**
 * Locks those among fiches that the viewer may read, always in one order, until the transaction ends: what is judged and read after
 * it stays so.
 */
export async function lockReadable({ viewer, tx }: UseCase, ficheIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM fiche WHERE fiche.id = ANY (${[...ficheIds]}::uuid[]) AND ${readableFichesSql(viewer)}
    ORDER BY fiche.id FOR NO KEY UPDATE OF fiche`
}

/** Those among fiches that the viewer may read, as they are, by id: as many statements for many as for one. */
export async function readStates(
  { viewer, tx }: UseCase,
  ficheIds: readonly string[],
): Promise<ReadonlyMap<string, FicheState>> {
  const fiches = await tx.fiche.findMany({
    where: { AND: [{ id: { in: [...ficheIds] } }, readableFiches(viewer)] },
    select: {
      id: true,
      titre: true,
      parentId: true,
      statut: true,
      priorite: true,
      dateDebut: true,
      dateFin: true,
      ameliorationContinue: true,
      tempsDeMiseEnOeuvre: true,
      participationCitoyenne: true,
      poids: true,
      ...ficheTargetSelect(viewer),
    },
  })
  const membres = await readMembres(
    { tx },
    fiches.map(({ id }) => id),
  )
  return new Map(
    fiches.map((fiche) => {
      const target = ficheTarget(fiche)
      const { id, titre, collectiviteId, parentId } = fiche
      const own = membres.get(id) ?? []
      return [
        id,
        {
          id,
          titre,
          collectiviteId,
          parentId,
          forbidden: refusalOnFiche(viewer, 'editFiche', target),
          valeurs: valeursOf(fiche),
          membres: new Map(own.map((membre) => [keyOf(membre), membre])),
        },
      ]
    }),
  )
}

const membreRow = z.object({ ensemble: z.enum(ENSEMBLE_NAMES), ficheId: z.string(), id: z.string() })

async function readMembres({ tx }: Pick<UseCase, 'tx'>, ficheIds: readonly string[]) {
  const ids = Prisma.sql`${[...ficheIds]}::uuid[]`
  const sets = ENSEMBLE_NAMES.map((ensemble) => {
    const { relation, colonne, genre } = ENSEMBLES[ensemble]
    const ofGenre = genre ? Prisma.sql`AND genre = ${genre}::"LabelGenre"` : Prisma.empty
    return Prisma.sql`
      SELECT ${ensemble} AS ensemble, fiche_id AS "ficheId", ${Prisma.raw(colonne)}::text AS id
      FROM ${Prisma.raw(relation)} WHERE fiche_id = ANY (${ids}) ${ofGenre}`
  })
  const rows = await tx.$queryRaw<unknown[]>`${Prisma.join(sets, ' UNION ALL ')}`
  return Map.groupBy(z.array(membreRow).parse(rows), ({ ficheId }) => ficheId)
}
