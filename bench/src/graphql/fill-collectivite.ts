import type { Client } from 'pg'
import { createWriter } from './french-words.ts'
import { seededRandom } from '../../../server/test/seeded-random.ts'

/** Of one collectivité. */
export interface Size {
  siren: string
  nom: string
  plans: number
  fichesPerPlan: number
  /** Of its first plan. */
  fichesOfFirstPlan: number
}

/** What is filled. */
const TABLES = [
  'collectivite',
  'service',
  'personne',
  'plan',
  'axe',
  'fiche',
  'placement',
  'fiche_service',
  'fiche_pilote',
  'fiche_text',
  'fiche_recherche',
]
const SERVICES = 12
const PERSONNES = 40
const ROOT_AXES = 3
const AXES_UNDER_ROOT = 3
const STATUTS = ['A_VENIR', 'A_DISCUTER', 'EN_COURS', 'REALISE', 'EN_PAUSE', 'BLOQUE', 'ABANDONNE', null] as const
const PRIORITES = ['ELEVE', 'MOYEN', 'BAS', null] as const
/** One fiche in so many is restricted, and one in so many has a place in a second plan. */
const RESTRICTED_RATIO = 50
const SHARED_RATIO = 20
/** Words of each text. */
const TEXTES = { titre: 9, description: 90, objectifs: 50, moyens: 30 } as const

/**
 * Fills one collectivité with plans and fiches, their places, services, pilotes and projected texts, by the fewest statements.
 */
export async function fillCollectivite(
  client: Client,
  { siren, nom, ...size }: Size,
): Promise<{ collectiviteId: string; firstPlanId: string }> {
  const random = seededRandom(Number(siren))
  const write = createWriter(random)
  const one = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)]
  const chance = (ratio: number) => random() * ratio < 1
  const [collectiviteId = ''] = await newIds(client, 1)
  await client.query(`INSERT INTO collectivite (id, siren, nom, type) VALUES ($1, $2, $3, 'COMMUNAUTE_COMMUNES')`, [
    collectiviteId,
    siren,
    nom,
  ])
  const serviceIds = await named(client, { table: 'service', collectiviteId, noms: numbered('Direction', SERVICES) })
  const personneIds = await named(client, { table: 'personne', collectiviteId, noms: numbered('Agent', PERSONNES) })

  const planIds = await newIds(client, size.plans)
  await insert(client, 'plan', {
    'id::uuid': planIds,
    'collectivite_id::uuid': planIds.map(() => collectiviteId),
    'nom::text': planIds.map((_, index) => `Plan ${index + 1} ${write(4)}`),
    'nom_normalise::text': planIds.map((_, index) => `plan ${index + 1}`),
    'type::"PlanType"': planIds.map(() => 'PCAET'),
    'updated_at::timestamptz': planIds.map(() => '2026-11-01'),
  })
  const [firstPlanId = ''] = planIds
  for (const planId of planIds) {
    const axeIds = await fillAxes(client, planId, write)
    const count = planId === firstPlanId ? size.fichesOfFirstPlan : size.fichesPerPlan
    const ficheIds = await newIds(client, count)
    const textes = ficheIds.map(() => Object.entries(TEXTES).map(([field, words]) => ({ field, plain: write(words) })))
    const dates = ficheIds.map(() => ({ year: 2024 + Math.floor(random() * 5), month: 1 + Math.floor(random() * 12) }))
    await insert(client, 'fiche', {
      'id::uuid': ficheIds,
      'collectivite_id::uuid': ficheIds.map(() => collectiviteId),
      'titre::text': textes.map(([titre]) => titre?.plain ?? ''),
      'statut::"Statut"': ficheIds.map(() => one(STATUTS) ?? null),
      'priorite::"Priorite"': ficheIds.map(() => one(PRIORITES) ?? null),
      'date_debut::date': dates.map(({ year, month }) => `${year}-${month}-01`),
      'date_fin::date': dates.map(({ year, month }) => (chance(6) ? null : `${year + 2}-${month}-28`)),
      'restreinte::boolean': ficheIds.map(() => chance(RESTRICTED_RATIO)),
      'updated_at::timestamptz': ficheIds.map(() => '2026-11-01'),
    })
    const places = ficheIds.flatMap((ficheId) => {
      const here = { ficheId, planId, axeId: one(axeIds) ?? null }
      const elsewhere = one(planIds)
      return chance(SHARED_RATIO) && elsewhere && elsewhere !== planId
        ? [here, { ficheId, planId: elsewhere, axeId: null }]
        : [here]
    })
    await insert(client, 'placement', {
      'id::uuid': await newIds(client, places.length),
      'fiche_id::uuid': places.map(({ ficheId }) => ficheId),
      'plan_id::uuid': places.map((place) => place.planId),
      'axe_id::uuid': places.map(({ axeId }) => axeId),
      'collectivite_id::uuid': places.map(() => collectiviteId),
      'position::text': places.map((_, index) => `a${String(index).padStart(5, '0')}`),
    })
    await insert(client, 'fiche_service', {
      'fiche_id::uuid': ficheIds,
      'service_id::uuid': ficheIds.map(() => one(serviceIds) ?? null),
      'collectivite_id::uuid': ficheIds.map(() => collectiviteId),
    })
    await insert(client, 'fiche_pilote', {
      'fiche_id::uuid': ficheIds,
      'personne_id::uuid': ficheIds.map(() => one(personneIds) ?? null),
      'collectivite_id::uuid': ficheIds.map(() => collectiviteId),
    })
    const rows = textes.flatMap((fields, index) => fields.map((texte) => ({ ...texte, ficheId: ficheIds[index] })))
    await insert(client, 'fiche_text', {
      'fiche_id::uuid': rows.map(({ ficheId }) => ficheId ?? null),
      'field::text': rows.map(({ field }) => field),
      'plain::text': rows.map(({ plain }) => plain),
      'markdown::text': rows.map(({ plain }) => plain),
      'seq::bigint': rows.map(() => '1'),
    })
  }
  // As the triggers of fiche_text write it.
  await client.query(
    `INSERT INTO fiche_recherche (fiche_id, collectivite_id, titre, textes)
     SELECT id, collectivite_id, fiche_mots_titre(id), fiche_mots(id) FROM fiche WHERE collectivite_id = $1`,
    [collectiviteId],
  )
  return { collectiviteId, firstPlanId }
}

/** Runs an act without the journal and whatever else follows a change: what is measured is reading. */
export async function withoutTriggers<Result>(client: Client, act: () => Promise<Result>): Promise<Result> {
  for (const table of TABLES) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  const result = await act()
  for (const table of TABLES) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  return result
}

async function fillAxes(client: Client, planId: string, write: (words: number) => string): Promise<string[]> {
  const rootIds = await newIds(client, ROOT_AXES)
  const underIds = await newIds(client, ROOT_AXES * AXES_UNDER_ROOT)
  const axes = [
    ...rootIds.map((id) => ({ id, parentId: null })),
    ...underIds.map((id, index) => ({ id, parentId: rootIds[index % ROOT_AXES] ?? null })),
  ]
  await insert(client, 'axe', {
    'id::uuid': axes.map(({ id }) => id),
    'plan_id::uuid': axes.map(() => planId),
    'parent_id::uuid': axes.map(({ parentId }) => parentId),
    'nom::text': axes.map(() => write(5)),
    'position::text': axes.map((_, index) => `a${String(index).padStart(3, '0')}`),
    'updated_at::timestamptz': axes.map(() => '2026-11-01'),
  })
  return underIds
}

async function newIds(client: Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('SELECT uuidv7() AS id FROM generate_series(1, $1)', [count])
  return rows.map(({ id }) => id)
}

async function named(
  client: Client,
  { table, collectiviteId, noms }: { table: 'service' | 'personne'; collectiviteId: string; noms: readonly string[] },
): Promise<string[]> {
  const ids = await newIds(client, noms.length)
  await insert(client, table, {
    'id::uuid': ids,
    'collectivite_id::uuid': ids.map(() => collectiviteId),
    'nom::text': noms,
    'nom_normalise::text': noms.map((nom) => nom.toLowerCase()),
  })
  return ids
}

const numbered = (nom: string, count: number) => Array.from({ length: count }, (_, index) => `${nom} ${index + 1}`)

/** Inserts rows given column by column, `name::type`: one parameter each, whatever their number. */
async function insert(client: Client, table: string, columns: Record<string, readonly unknown[]>): Promise<void> {
  const typed = Object.keys(columns).map((column) => column.split('::'))
  const names = typed.map(([name]) => name).join(', ')
  const arrays = typed.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')
  await client.query(`INSERT INTO ${table} (${names}) SELECT * FROM unnest(${arrays})`, Object.values(columns))
}
