import { print } from 'graphql'
import { z } from 'zod'
import { NextPlacesDocument, PlanDocument } from '../../../client/src/gql/graphql.ts'
import type { ListedQuery, Subject } from './listed-query.ts'

const SEARCH = `query BenchSearch($recherche: String!) {
  searchFiches(recherche: $recherche, first: 20) {
    extrait
    fiche { id titre placements(first: 1) { edges { node { id plan { id nom } } } } }
  }
}`

const PLANS = `query BenchPlans($siren: String!) {
  collectivite(siren: $siren) {
    id
    plans(first: 100) { edges { node { id uuid nom type typeAutre fichesCount } } pageInfo { hasNextPage endCursor } }
  }
}`

const readPlaces = z.object({
  plan: z.object({
    placements: z.object({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) }),
  }),
})

const VISIBLE_PLAN = `plan.suppression_id IS NULL AND plan.visibilite <> 'RESTREINT'`

/** The plans of a collectivité with how many fiches one may read in each. */
export function plansList({ siren, collectiviteId, membreId }: Subject): ListedQuery {
  return {
    name: 'plans of a collectivité, with their counts',
    targetMs: 60,
    ask: (send) => send(PLANS, { siren }),
    statements: [
      {
        text: `SELECT plan.id, plan.nom, plan.type, plan.type_autre, (
            SELECT count(DISTINCT f.id) FROM placement pl JOIN fiche f ON f.id = pl.fiche_id LEFT JOIN axe ON axe.id = pl.axe_id
            WHERE pl.plan_id = plan.id AND f.suppression_id IS NULL AND axe.suppression_id IS NULL AND (NOT f.restreinte OR EXISTS (
              SELECT 1 FROM fiche_pilote fp JOIN personne p ON p.id = fp.personne_id WHERE fp.fiche_id = f.id AND p.membre_id = $2))
          ) AS count
          FROM plan WHERE plan.collectivite_id = $1 AND ${VISIBLE_PLAN} ORDER BY plan.nom, plan.id LIMIT 101`,
        values: [collectiviteId, membreId],
      },
    ],
  }
}

/** A plan of 300 fiches, by the requests of its page. */
export function wholePlan({ planId, membreId }: Subject): ListedQuery {
  return {
    name: 'a plan of 300 fiches, as its page loads it',
    targetMs: 80,
    ask: async (send) => {
      let { plan } = readPlaces.parse(await send(print(PlanDocument), { uuid: planId }))
      while (plan.placements.pageInfo.hasNextPage) {
        const after = plan.placements.pageInfo.endCursor
        plan = readPlaces.parse(await send(print(NextPlacesDocument), { uuid: planId, after })).plan
      }
    },
    statements: [
      { text: 'SELECT * FROM plan WHERE id = $1 AND suppression_id IS NULL', values: [planId] },
      {
        text: 'SELECT id, parent_id, nom, position FROM axe WHERE plan_id = $1 AND suppression_id IS NULL ORDER BY position, id',
        values: [planId],
      },
      {
        text: `SELECT pl.id, pl.axe_id, pl.position, f.id AS fiche_id, f.titre, f.statut, f.priorite, f.date_fin,
            (SELECT json_agg(json_build_object('id', s.id, 'nom', s.nom) ORDER BY s.nom)
              FROM fiche_service fs JOIN service s ON s.id = fs.service_id WHERE fs.fiche_id = f.id) AS services
          FROM placement pl JOIN fiche f ON f.id = pl.fiche_id
          WHERE pl.plan_id = $1 AND f.suppression_id IS NULL AND (NOT f.restreinte OR EXISTS (
            SELECT 1 FROM fiche_pilote fp JOIN personne p ON p.id = fp.personne_id WHERE fp.fiche_id = f.id AND p.membre_id = $2))
          ORDER BY pl.position, pl.id`,
        values: [planId, membreId],
      },
    ],
  }
}

/** Full-text search of words that stand together in few fiches, and of words that stand in many. */
export function searches({ collectiviteId, membreId }: Subject): ListedQuery[] {
  return [
    { name: 'search of two words', recherche: 'rénovation chaufferie' },
    { name: 'search of one frequent word', recherche: 'communes' },
  ].map(({ name, recherche }) => ({
    name,
    targetMs: 80,
    ask: (send) => send(SEARCH, { recherche }),
    statements: [
      {
        text: `SELECT f.id, f.titre, sum(ts_rank(t.recherche, q)) AS rang
          FROM plainto_tsquery('pupitre', $3) AS q, fiche_text t JOIN fiche f ON f.id = t.fiche_id
          WHERE t.recherche @@ q AND f.collectivite_id = $1 AND f.suppression_id IS NULL AND (NOT f.restreinte OR EXISTS (
            SELECT 1 FROM fiche_pilote fp JOIN personne p ON p.id = fp.personne_id WHERE fp.fiche_id = f.id AND p.membre_id = $2))
          GROUP BY f.id ORDER BY rang DESC, f.titre, f.id LIMIT 20`,
        values: [collectiviteId, membreId, recherche],
      },
    ],
  }))
}
