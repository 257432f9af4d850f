import { once } from 'node:events'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import type { PostgresBinaries } from './binaries.ts'
import { clusterPath, type ClusterFolder, writePrivateFile } from './cluster-folder.ts'
import { logTail } from './log-tail.ts'
import { seenPath, spawnPostgres } from './spawn-postgres.ts'

/** Superuser of the embedded cluster: only used to create the application's role and database. */
export const SUPERUSER = 'postgres'

interface Place {
  folder: ClusterFolder
  binaries: PostgresBinaries
}

/** A cluster of another major version is not ours to touch. @throws DatabaseError CLUSTER_VERSION */
export async function checkClusterVersion({ folder, binaries }: Place): Promise<void> {
  const found = await clusterVersion(folder)
  if (found === null) return checkNothingIsThere(folder)
  if (found === binaries.major) return
  throw new DatabaseError(
    'CLUSTER_VERSION',
    `Le dossier de données ${folder.path} vient de PostgreSQL ${found} et cette version de Pupitre utilise PostgreSQL ${binaries.major} : rien n’y a été changé. ` +
      `Avec la version de Pupitre qui l’a écrit, faites une sauvegarde (npm run backup -- FICHIER.tar) ; puis, avec celle-ci, mettez ce dossier de côté et restaurez-la (npm run restore -- FICHIER.tar).`,
  )
}

/**
 * Makes the cluster if there is none: UTF-8, a fixed locale built into PostgreSQL (the machine's locales change with its
 * C library, and indexes break with them), page checksums. A start killed half-way leaves nothing that counts.
 *
 * @throws DatabaseError CLUSTER_FAILED
 */
export async function ensureCluster(input: Place & { password: string }): Promise<void> {
  if ((await clusterVersion(input.folder)) === null) await createCluster(input)
}

/** What lost its PG_VERSION, or never had one, is not written over. */
async function checkNothingIsThere(folder: ClusterFolder): Promise<void> {
  const found = await readdir(clusterPath(folder)).catch(() => [])
  if (found.length === 0) return
  throw new DatabaseError(
    'CLUSTER_FAILED',
    `Le dossier ${clusterPath(folder)} n’est pas une base de données entière (PG_VERSION y manque) : rien n’y a été changé. ` +
      `Mettez-le de côté et restaurez une sauvegarde (npm run restore -- FICHIER.tar), ou choisissez un autre dossier avec DATA_DIR.`,
  )
}

/** null when there is no cluster. */
async function clusterVersion(folder: ClusterFolder): Promise<string | null> {
  const content = await readFile(join(clusterPath(folder), 'PG_VERSION'), 'utf8').catch(() => null)
  return content?.trim() ?? null
}

async function createCluster({ folder, binaries, password }: Place & { password: string }): Promise<void> {
  const draft = 'cluster.new'
  await rm(join(folder.path, draft), { recursive: true, force: true })
  const passwordFile = await writePrivateFile(folder, 'initial-password', password)
  try {
    const initdb = spawnPostgres({
      folder,
      program: binaries.initdb,
      args: [
        `--pgdata=${seenPath(folder, draft)}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${seenPath(folder, 'initial-password')}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
    })
    const [exitCode] = await once(initdb, 'exit')
    if (exitCode !== 0) {
      throw new DatabaseError(
        'CLUSTER_FAILED',
        `La base de données n’a pas pu être créée dans ${folder.path} : ${await logTail(folder)}`,
      )
    }
    await rename(join(folder.path, draft), clusterPath(folder))
  } finally {
    await rm(passwordFile, { force: true })
  }
}
