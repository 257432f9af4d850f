import { loadDocument } from '../../../server/src/sync/document-loader.ts'
import { RoomDocument } from '../../../server/src/sync/room-document.ts'
import { systemClock } from '../../../server/src/sync/clock.ts'
import { SnapshotStore } from '../../../server/src/sync/snapshot-store.ts'
import { findDocuments, openPool } from '../../../server/src/sync/sync-database.ts'
import { PostgresUpdateLog } from '../../../server/src/sync/update-log.ts'
import * as Y from 'yjs'
import { openCluster } from '../../../server/src/database/embedded/open-cluster.ts'

const UPDATES_AT_ONCE = 1_000
const silent = () => undefined
const logger = { debug: silent, info: silent, warn: silent, error: silent }

/** Appends a history to a fiche's log and compacts it, both by the server's own code, beside the server. */
export async function storeHistory({
  dataDir,
  uuid,
  updates,
}: {
  dataDir: string
  uuid: string
  updates: readonly Uint8Array[]
}): Promise<void> {
  const cluster = await openCluster({ dataDir, share: true })
  const { connectionString } = cluster
  const pool = openPool({ connectionString, logger })
  const log = new PostgresUpdateLog({ connectionString, logger })
  try {
    const ref = { kind: 'fiche', uuid } as const
    const [known] = await findDocuments(pool, [ref])
    const before = known && (await loadDocument(pool, known.documentId))
    if (!before) throw new Error('the fiche has a document')
    const { documentId, epoch } = before
    const owned = new Set<number>()
    for (let from = 0; from < updates.length; from += UPDATES_AT_ONCE) {
      const entries = updates.slice(from, from + UPDATES_AT_ONCE).map((update) => {
        const newClients = [...Y.parseUpdateMeta(update).to.keys()].filter((client) => !owned.has(client))
        for (const client of newClients) owned.add(client)
        return { update, userId: null, newClients, clientOwner: null, writings: [] }
      })
      await log.append([{ documentId, epoch, entries }])
    }
    const loaded = await loadDocument(pool, documentId)
    if (!loaded) throw new Error('the document is gone')
    await new SnapshotStore({ pool, logger }).save(new RoomDocument({ loaded, ref, clock: systemClock }))
  } finally {
    await log.close()
    await pool.end()
    await cluster.close()
  }
}
