import { z } from 'zod'
import { listedQueries } from './listed-queries.ts'
import { startSqlServer } from './sql-server.ts'
import { startYogaServer } from './yoga-server.ts'

const id = z.string()
const options = z
  .object({
    kind: z.enum(['sql', 'yoga']),
    connectionString: z.string(),
    sessionId: id,
    subject: z.object({ collectiviteId: id, siren: id, planId: id, serviceId: id, membreId: id }),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))

const { url } =
  options.kind === 'sql'
    ? await startSqlServer({ ...options, queries: listedQueries(options.subject) })
    : await startYogaServer(options)
process.send?.(url)
