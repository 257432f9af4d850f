import { migrate } from '@pupitre/prisma'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { emptyDatabase, type EmptyDatabase } from '../../../test/empty-database.ts'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'

const MIGRATION = new URL('../../../../prisma/migrations/20261126000000_plan_search/migration.sql', import.meta.url)

const NOMS = [
  'PCAET 2023-2029',
  '  Plan  d’ÉNERGIE\t de la Ville ',
  'Cœur de ville, ŒUVRES et ÆQUO',
  'Forêt ça où naïf — Île-de-France',
  'Chauffage : 19\u202f°C',
  'é décomposé',
]

let database: EmptyDatabase
beforeEach(async () => {
  database = await emptyDatabase()
})
afterEach(() => database.drop())

it('folds the names of the plans that were there as those to come', async () => {
  await migrate(database)
  const client = new pg.Client(database)
  await client.connect()
  try {
    const collectiviteId = randomUUID()
    await client.query(`INSERT INTO collectivite (id, siren, nom, type) VALUES ($1, '200068229', 'Test', 'COMMUNE')`, [
      collectiviteId,
    ])
    for (const nom of NOMS) {
      await client.query(
        `INSERT INTO plan (id, collectivite_id, nom, nom_normalise, type, updated_at) VALUES ($1, $2, $3, '', 'PCAET', now())`,
        [randomUUID(), collectiviteId, nom],
      )
    }
    const [backfill = ''] = /^UPDATE[^;]+;/m.exec(await readFile(MIGRATION, 'utf8')) ?? []
    await client.query(backfill)
    const { rows } = await client.query<{ nom: string; nom_normalise: string }>('SELECT nom, nom_normalise FROM plan')
    expect(Object.fromEntries(rows.map((row) => [row.nom, row.nom_normalise]))).toEqual(
      Object.fromEntries(NOMS.map((nom) => [nom, normaliseNom(nom)])),
    )
  } finally {
    await client.end()
  }
})
