import type { ListedQuery, Subject } from './listed-query.ts'

const PAGE = 50

const FICHES = `query Bench($where: FicheWhere, $orderBy: FicheOrder) {
  fiches(first: ${PAGE}, where: $where, orderBy: $orderBy) {
    edges {
      cursor
      node {
        id titre statut priorite dateDebut dateFin
        services { id nom }
        pilotes { id nom }
        placements(first: 3) { edges { node { id plan { id nom } } } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

const ROW = `f.id, f.titre, f.statut, f.priorite, f.date_debut, f.date_fin,
  (SELECT json_agg(json_build_object('id', s.id, 'nom', s.nom) ORDER BY s.nom)
    FROM fiche_service fs JOIN service s ON s.id = fs.service_id WHERE fs.fiche_id = f.id) AS services,
  (SELECT json_agg(json_build_object('id', p.id, 'nom', p.nom) ORDER BY p.nom)
    FROM fiche_pilote fp JOIN personne p ON p.id = fp.personne_id WHERE fp.fiche_id = f.id) AS pilotes,
  (SELECT json_agg(json_build_object('id', place.id, 'plan', json_build_object('id', place.plan_id, 'nom', place.nom)))
    FROM (
      SELECT pl.id, pl.plan_id, plan.nom FROM placement pl JOIN plan ON plan.id = pl.plan_id LEFT JOIN axe ON axe.id = pl.axe_id
      WHERE pl.fiche_id = f.id AND plan.suppression_id IS NULL AND plan.visibilite <> 'RESTREINT' AND axe.suppression_id IS NULL
      ORDER BY pl.id LIMIT 3
    ) AS place) AS placements`

/** What an éditeur may read: $1 is their collectivité, $2 their place in it. */
const READABLE = `f.collectivite_id = $1 AND f.suppression_id IS NULL AND f.parent_id IS NULL AND (
  (NOT f.restreinte AND (
    NOT EXISTS (SELECT 1 FROM placement pl WHERE pl.fiche_id = f.id)
    OR EXISTS (
      SELECT 1 FROM placement pl JOIN plan ON plan.id = pl.plan_id LEFT JOIN axe ON axe.id = pl.axe_id
      WHERE pl.fiche_id = f.id AND plan.suppression_id IS NULL AND plan.visibilite <> 'RESTREINT' AND axe.suppression_id IS NULL)))
  OR (f.restreinte AND EXISTS (
    SELECT 1 FROM fiche_pilote fp JOIN personne p ON p.id = fp.personne_id WHERE fp.fiche_id = f.id AND p.membre_id = $2)))`

interface Filter {
  name: string
  where: Record<string, unknown>
  orderBy: { field: string; direction: string }
  /** The condition and the order in SQL, with the values from $3 on. */
  condition: string
  order: string
  values: unknown[]
}

/** First pages of filtered and sorted lists of the fiches of one collectivité. */
export function ficheLists({ collectiviteId, membreId, planId, serviceId }: Subject): ListedQuery[] {
  const globalId = (typename: string, uuid: string) => Buffer.from(`${typename}:${uuid}`).toString('base64')
  const here = { collectivite: { equals: globalId('Collectivite', collectiviteId) } }
  const byTitre = { orderBy: { field: 'TITRE', direction: 'ASC' }, order: 'f.titre, f.id' }
  const byEcheance = { orderBy: { field: 'DATE_FIN', direction: 'ASC' }, order: 'f.date_fin ASC NULLS LAST, f.id' }
  const filters: Filter[] = [
    { name: 'all of a collectivité, by titre', where: here, ...byTitre, condition: 'true', values: [] },
    {
      name: 'en cours, by échéance',
      where: { ...here, statut: { in: ['EN_COURS'] } },
      ...byEcheance,
      condition: `f.statut = $3`,
      values: ['EN_COURS'],
    },
    {
      name: 'of a service, by échéance',
      where: { ...here, service: { equals: globalId('Service', serviceId) } },
      ...byEcheance,
      condition: 'EXISTS (SELECT 1 FROM fiche_service fs WHERE fs.fiche_id = f.id AND fs.service_id = $3)',
      values: [serviceId],
    },
    {
      name: 'of a plan, by titre',
      where: { ...here, plan: { equals: globalId('Plan', planId) } },
      ...byTitre,
      condition: 'EXISTS (SELECT 1 FROM placement pl WHERE pl.fiche_id = f.id AND pl.plan_id = $3)',
      values: [planId],
    },
    {
      name: 'whose titre holds a word, by titre',
      where: { ...here, titre: { contains: 'énergie' } },
      ...byTitre,
      condition: `f.titre ILIKE $3`,
      values: ['%énergie%'],
    },
    {
      name: 'ending between two days, bas or moyen, the latest first',
      where: { ...here, dateFin: { after: '2026-12-31', before: '2028-01-01' }, priorite: { in: ['BAS', 'MOYEN'] } },
      orderBy: { field: 'DATE_FIN', direction: 'DESC' },
      condition: `f.date_fin > $3 AND f.date_fin < $4 AND f.priorite = ANY ($5)`,
      order: 'f.date_fin DESC, f.id',
      values: ['2026-12-31', '2028-01-01', ['BAS', 'MOYEN']],
    },
    {
      name: 'one’s own, by échéance',
      where: { ...here, pourMoi: 'PERSONNELLES' },
      ...byEcheance,
      condition: `EXISTS (SELECT 1 FROM fiche_pilote fp JOIN personne p ON p.id = fp.personne_id WHERE fp.fiche_id = f.id AND p.membre_id = $2)`,
      values: [],
    },
  ]
  return filters.map(({ name, where, orderBy, condition, order, values }) => ({
    name: `fiches ${name}`,
    targetMs: 60,
    ask: (send) => send(FICHES, { where, orderBy }),
    statements: [
      {
        text: `SELECT ${ROW} FROM fiche f WHERE ${READABLE} AND ${condition} ORDER BY ${order} LIMIT ${PAGE + 1}`,
        values: [collectiviteId, membreId, ...values],
      },
    ],
  }))
}
