import type { PrismaClient } from '@pupitre/prisma'
import { expect } from 'vitest'
import { findOrCreateLabels } from '../src/domain/label/find-or-create-labels.ts'
import { findOrCreatePersonnes } from '../src/domain/personne/find-or-create-personnes.ts'
import { findOrCreateServices } from '../src/domain/service/find-or-create-services.ts'
import type { Tx } from '../src/domain/transaction.ts'
import type { UseCase } from '../src/domain/use-case.ts'
import { domainTest as test } from './domain-test.ts'

type Named = { collectiviteId: string; noms: string[] }
interface Kind {
  findOrCreate: (useCase: UseCase, named: Named) => Promise<{ idByNom: ReadonlyMap<string, string> }>
  create: (tx: Tx, row: { collectiviteId: string; nom: string; nomNormalise: string }) => Promise<unknown>
}

const KINDS: [string, Kind][] = [
  ['services', { findOrCreate: findOrCreateServices, create: (tx, data) => tx.service.create({ data }) }],
  ['people', { findOrCreate: findOrCreatePersonnes, create: (tx, data) => tx.personne.create({ data }) }],
  [
    'labels',
    {
      findOrCreate: (useCase, named) => findOrCreateLabels(useCase, { ...named, genre: 'TAG' }),
      create: (tx, data) => tx.label.create({ data: { ...data, genre: 'TAG' } }),
    },
  ],
]

test.for(KINDS)(
  'the same new %s given at once by two agents, each from the other end, are made once, and nobody waits for ever',
  async ([_kind, { findOrCreate, create }], { act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const collectiviteId = collectivite.id
    const agents = [
      await make.membre({ collectivite, role: 'EDITEUR' }),
      await make.membre({ collectivite, role: 'EDITEUR' }),
    ]
    // A third one holds the name in the middle until both have begun, then gives up.
    const { promise: bothWait, resolve: letGo } = Promise.withResolvers<void>()
    const { promise: held, resolve: tellHeld } = Promise.withResolvers<number>()
    const third = prisma
      .$transaction(async (tx) => {
        await create(tx, { collectiviteId, nom: 'Milieu', nomNormalise: 'milieu' })
        const [session] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
        tellHeld(session?.pid ?? 0)
        await bothWait
        throw new Error('given up')
      })
      .catch(() => undefined)
    const pid = await held
    const noms = ['Avant', 'Milieu', 'Zénith']
    const acts = Promise.all(
      [noms, noms.toReversed()].map((given, index) =>
        act(agents[index]?.viewer ?? null, (useCase) => findOrCreate(useCase, { collectiviteId, noms: given })),
      ),
    )
    await expect.poll(() => waitingFor(prisma, pid)).toBe(2)
    letGo()
    const [one, two] = await acts
    await third
    expect([...(one?.idByNom.keys() ?? [])].toSorted()).toEqual(['avant', 'milieu', 'zenith'])
    expect(two?.idByNom).toEqual(one?.idByNom)
  },
)

/** How many sessions wait for this one, or for one that does. */
async function waitingFor(prisma: PrismaClient, pid: number): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: bigint }[]>`
    WITH RECURSIVE waiting(pid) AS (
      SELECT ${pid}::int
      UNION SELECT session.pid FROM pg_stat_activity session JOIN waiting ON waiting.pid = ANY (pg_blocking_pids(session.pid))
    )
    SELECT count(*) - 1 AS count FROM waiting`
  return Number(row?.count ?? 0)
}
