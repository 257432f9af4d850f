/** `npm run migration:new -- name`: drafts the migration from the last one to prisma/schema.prisma. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { draftMigration } from '@pupitre/prisma'
import { openCluster } from '../database/embedded/open-cluster.ts'
import { CommandError, runCommand } from './run-command.ts'

await runCommand(async () => {
  const [name = ''] = process.argv.slice(2)
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new CommandError('Usage: npm run migration:new -- what_it_brings')
  const dataDir = await mkdtemp(join(tmpdir(), 'pupitre-migration-'))
  const cluster = await openCluster({ dataDir, share: false })
  try {
    const file = await draftMigration({ connectionString: cluster.connectionString, name, now: new Date() })
    process.stdout.write(file === null ? 'The migrations already make schema.prisma.\n' : `${file}\n`)
  } finally {
    await cluster.close()
    await rm(dataDir, { recursive: true })
  }
})
