import { migrate, migrationNames } from '@pupitre/prisma'
import type pg from 'pg'
import { z } from 'zod'
import { readMigrationNames } from '../database/check-migrated.ts'
import { BackupError } from './backup-error.ts'
import type { Manifest } from './manifest.ts'

/**
 * Brings a database to the level of a backup, or says why it cannot take it: another level, a server at work on it, data
 * that nobody asked to replace. A database without Pupitre gets the tables that the backup was made from.
 *
 * @throws BackupError
 */
export async function prepareRestore(order: {
  client: pg.Client
  connectionString: string
  manifest: Manifest
  mayReplace: boolean
}): Promise<void> {
  const { client, connectionString, manifest, mayReplace } = order
  const known = new Set(await migrationNames())
  const unknown = manifest.migrations.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new BackupError(
      `Cette sauvegarde vient d’une version plus récente de Pupitre (${manifest.header.pupitre}, ${unknown.join(', ')}) : restaurez-la avec cette version.`,
    )
  const present = await readMigrationNames(client)
  if (present === null) {
    await migrate({ connectionString, only: new Set(manifest.migrations) })
    return
  }
  if (present.join() !== manifest.migrations.join())
    throw new BackupError(
      'Cette base n’est pas au niveau de la sauvegarde (les migrations diffèrent) : restaurez dans une base vide, qui sera ensuite mise à niveau.',
    )
  if (await isServed(client)) throw new BackupError('Un serveur Pupitre travaille sur cette base : arrêtez-le d’abord.')
  if (!mayReplace && (await hasData(client)))
    throw new BackupError(
      'Cette base contient déjà une instance : ajoutez --replace pour la remplacer tout entière, ou choisissez une base vide.',
    )
}

async function isServed(client: pg.Client): Promise<boolean> {
  return ask(
    client,
    `SELECT EXISTS (SELECT 1 FROM pg_stat_activity
       WHERE datname = current_database() AND application_name IN ('pupitre-log', 'pupitre-sync')) AS answer`,
  )
}

async function hasData(client: pg.Client): Promise<boolean> {
  return ask(client, 'SELECT EXISTS (SELECT 1 FROM collectivite) OR EXISTS (SELECT 1 FROM "user") AS answer')
}

async function ask(client: pg.Client, question: string): Promise<boolean> {
  const { rows } = await client.query(question)
  return z.array(z.object({ answer: z.boolean() })).parse(rows)[0]?.answer ?? false
}
