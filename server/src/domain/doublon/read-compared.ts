import { Prisma, type PrismaClient } from '@pupitre/prisma'
import { z } from 'zod'
import { readableFichesSql, readablePlacesSql } from '../rights/readable-sql.ts'
import type { Viewer } from '../viewer.ts'

export interface Reading {
  prisma: Pick<PrismaClient, '$queryRaw'>
  viewer: Viewer | null
}

const nomme = z.object({ id: z.string(), nom: z.string() })

export type Nomme = z.infer<typeof nomme>

/** What is compared of a fiche, as the viewer may read it. */
export const ficheLue = z.object({
  id: z.string(),
  collectiviteId: z.string(),
  /** Itself, or its parent for a sous-action: what is of one family is not compared. */
  familleId: z.string(),
  titre: z.string(),
  /** The beginning of its description and of its objectifs. */
  texte: z.string(),
  dateDebut: z.date().nullable(),
  dateFin: z.date().nullable(),
  services: z.array(nomme),
  pilotes: z.array(nomme),
  plans: z.array(nomme),
  axes: z.array(nomme),
})

export type FicheLue = z.infer<typeof ficheLue>

/** What is read of each text: what an action is, it says in its first lines. */
const MAX_TEXTE_CHARACTERS = 600

/** The columns of `ficheLue`, of a query which calls the fiche `fiche`. Only places that the viewer may read are in it. */
export function ficheLueSql(viewer: Viewer | null): Prisma.Sql {
  const places = Prisma.sql`
    FROM placement JOIN plan ON plan.id = placement.plan_id LEFT JOIN axe ON axe.id = placement.axe_id
    WHERE placement.fiche_id = coalesce(fiche.parent_id, fiche.id) AND ${readablePlacesSql(viewer)}`
  return Prisma.sql`
    fiche.id, fiche.collectivite_id AS "collectiviteId", coalesce(fiche.parent_id, fiche.id) AS "familleId", fiche.titre,
    fiche.date_debut AS "dateDebut", fiche.date_fin AS "dateFin",
    coalesce((SELECT string_agg(left(plain, ${MAX_TEXTE_CHARACTERS}::int), E'\n' ORDER BY field) FROM fiche_text
      WHERE fiche_id = fiche.id AND field IN ('description', 'objectifs')), '') AS texte,
    (SELECT ${named('service')} FROM fiche_service JOIN service ON service.id = fiche_service.service_id
      WHERE fiche_service.fiche_id = fiche.id) AS services,
    (SELECT ${named('personne')} FROM fiche_pilote JOIN personne ON personne.id = fiche_pilote.personne_id
      WHERE fiche_pilote.fiche_id = fiche.id) AS pilotes,
    (SELECT ${named('plan')} ${places}) AS plans,
    (SELECT ${named('axe')} ${places} AND axe.id IS NOT NULL) AS axes`
}

/** `[{ id, nom }]`, each once. */
function named(table: 'service' | 'personne' | 'plan' | 'axe'): Prisma.Sql {
  const row = Prisma.raw(table)
  return Prisma.sql`coalesce(
    json_agg(DISTINCT jsonb_build_object('id', ${row}.id, 'nom', ${row}.nom)), '[]')`
}

/** The fiches with these ids, as the viewer may read them; the others are left out. */
export async function readCompared({ prisma, viewer }: Reading, ids: readonly string[]): Promise<FicheLue[]> {
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT ${ficheLueSql(viewer)} FROM fiche
    WHERE fiche.id = ANY (${[...ids]}::uuid[]) AND ${readableFichesSql(viewer)}`
  return rows.map((row) => ficheLue.parse(row))
}
