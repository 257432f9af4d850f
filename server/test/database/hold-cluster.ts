/** A process that owns the cluster of a data folder until it is killed: `node hold-cluster.ts FOLDER`. */
import { openCluster } from '../../src/database/embedded/open-cluster.ts'

const cluster = await openCluster({ dataDir: process.argv[2] ?? '', share: false })
process.stdout.write(`${cluster.connectionString}\n`)
setInterval(() => undefined, 1_000)
