import { Prisma, type PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { type FeedName, feedOfCollectivite } from './audiences.ts'
import { FOLLOWED_TABLES, NOT_FOLLOWED } from './followed-tables.ts'
import { entriesSql, FeedLostError, type FeedPosition, readChanges } from './read-changes.ts'

/** Follows one feed, all that there is each time. */
function follow(prisma: PrismaClient, feed: FeedName, { notBefore = null }: { notBefore?: Date | null } = {}) {
  let after: FeedPosition[] | null = null
  return async () => {
    const told: string[] = []
    for (let hasMore = true; hasMore;) {
      const page = await readChanges(prisma, { feeds: [feed], size: 3, after, notBefore })
      told.push(...page.changes.map(({ type, id, shown }) => `${shown ? '+' : '-'} ${type} ${id}`))
      after = page.changes.at(-1)?.positions ?? after
      hasMore = page.hasMore
    }
    return told
  }
}

it('knows every table of the schema, and has its triggers on those that are followed', async ({ prisma }) => {
  const tables = await prisma.$queryRaw<{ name: string; triggers: bigint }[]>`
    SELECT c.relname AS name, count(t.oid) FILTER (WHERE t.tgname LIKE 'feed\\_%') AS triggers
    FROM pg_class c LEFT JOIN pg_trigger t ON t.tgrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname`
  expect(tables.map(({ name }) => name)).toEqual([...FOLLOWED_TABLES, ...Object.keys(NOT_FOLLOWED)].toSorted())
  const followed = tables.flatMap(({ name, triggers }) => (Number(triggers) === 3 ? [name] : []))
  expect(followed).toEqual(FOLLOWED_TABLES.toSorted())
})

describe('a feed', () => {
  it('tells what changed since the last time, each thing once', async ({ make, prisma }) => {
    const plan = await make.plan()
    const next = follow(prisma, feedOfCollectivite('AGENT', plan.collectiviteId))
    await next()
    const fiche = await make.fiche({ plan })
    await prisma.fiche.update({ where: { id: fiche.id }, data: { statut: 'EN_COURS' } })
    await prisma.ligneBudget.create({
      data: { ficheId: fiche.id, type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', montant: 12 },
    })
    expect((await next()).toSorted()).toEqual([`+ Fiche ${fiche.id}`, `+ Placement ${fiche.placement.id}`])
    expect(await next()).toEqual([])
    await prisma.fiche.update({ where: { id: fiche.id }, data: { statut: 'REALISE' } })
    expect(await next()).toEqual([`+ Fiche ${fiche.id}`])
  })

  it('does not skip what a transaction commits after a later one was read', async ({ make, prisma }) => {
    const plan = await make.plan()
    const [late, early] = [await make.fiche({ plan }), await make.fiche({ plan })]
    const next = follow(prisma, feedOfCollectivite('AGENT', plan.collectiviteId))
    await next()
    const written = Promise.withResolvers<void>()
    const commit = Promise.withResolvers<void>()
    const slow = prisma.$transaction(async (tx) => {
      await tx.fiche.update({ where: { id: late.id }, data: { statut: 'BLOQUE' } })
      written.resolve()
      await commit.promise
    })
    await written.promise
    await prisma.fiche.update({ where: { id: early.id }, data: { statut: 'EN_COURS' } })
    expect(await next()).toEqual([`+ Fiche ${early.id}`])
    commit.resolve()
    await slow
    expect(await next()).toEqual([`+ Fiche ${late.id}`])
  })

  it('tells those who saw it that something is hidden, then nothing more of it until it shows again', async ({
    make,
    prisma,
  }) => {
    const plan = await make.plan()
    const { id, placement } = await make.fiche({ plan })
    const { collectiviteId } = plan
    const agent = follow(prisma, feedOfCollectivite('AGENT', collectiviteId))
    const tout = follow(prisma, feedOfCollectivite('TOUT', collectiviteId))
    await agent()
    await tout()
    await prisma.fiche.update({ where: { id }, data: { restreinte: true } })
    expect((await agent()).toSorted()).toEqual([`- Fiche ${id}`, `- Placement ${placement.id}`])
    expect(await tout()).toEqual([`+ Fiche ${id}`])
    await prisma.fiche.update({ where: { id }, data: { statut: 'BLOQUE' } })
    expect(await agent()).toEqual([])
    expect(await tout()).toEqual([`+ Fiche ${id}`])
    await prisma.fiche.update({ where: { id }, data: { restreinte: false } })
    expect((await agent()).toSorted()).toEqual([`+ Fiche ${id}`, `+ Placement ${placement.id}`])
  })

  it('says nothing of what its readers never could see, nor counts it', async ({ make, prisma }) => {
    const { collectiviteId } = await make.plan()
    const name = feedOfCollectivite('AGENT', collectiviteId)
    const next = follow(prisma, name)
    await next()
    const seqOf = () => prisma.feed.findFirstOrThrow({ where: { ...name }, select: { seq: true } })
    const before = await seqOf()
    // In one transaction each: a fiche is in no plan for a moment.
    const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: collectiviteId } })
    const secret = await make.plan({ collectivite })
    await prisma.plan.update({ where: { id: secret.id }, data: { visibilite: 'RESTREINT' } })
    const axe = await make.axe({ plan: secret })
    const fiche = await make.fiche({ axe })
    await prisma.fiche.delete({ where: { id: fiche.id } })
    await prisma.plan.delete({ where: { id: secret.id } })
    expect(await next()).toEqual([])
    expect(await seqOf()).toEqual(before)
  })

  it('tells whoever begins nothing of what had gone by then', async ({ make, prisma }) => {
    const plan = await make.plan()
    const name = feedOfCollectivite('AGENT', plan.collectiviteId)
    const fiche = await make.fiche({ plan })
    await follow(prisma, name)()
    await prisma.fiche.delete({ where: { id: fiche.id } })
    const told = await follow(prisma, name)()
    expect(told.filter((line) => line.startsWith('-'))).toEqual([])
    expect(told).toContain(`+ Plan ${plan.id}`)
  })

  it('tells a key nothing of what had gone before the key was there, wherever it says to begin', async ({
    make,
    prisma,
  }) => {
    const plan = await make.plan()
    const name = feedOfCollectivite('AGENT', plan.collectiviteId)
    const fiche = await make.fiche({ plan })
    await follow(prisma, name)()
    await prisma.fiche.delete({ where: { id: fiche.id } })
    await follow(prisma, name)()
    const { epoch } = await prisma.feed.findFirstOrThrow({ where: { ...name } })
    const forged = [{ epoch, since: 0n, seq: 0n }]
    const gone = async (notBefore: Date | null) => {
      const { changes } = await readChanges(prisma, { feeds: [name], size: 50, after: forged, notBefore })
      return changes.filter(({ shown }) => !shown).map(({ id }) => id)
    }
    expect(await gone(null)).toContain(fiche.id)
    expect(await gone(new Date(Date.now() + 60_000))).toEqual([])
  })

  it('is lost to whoever was in it before the database was restored', async ({ make, prisma }) => {
    const { collectiviteId } = await make.plan()
    const feeds = [feedOfCollectivite('AGENT', collectiviteId)]
    const { changes } = await readChanges(prisma, { feeds, size: 1, after: null, notBefore: null })
    await prisma.feed.updateMany({ where: { collectiviteId }, data: { epoch: crypto.randomUUID() } })
    const asked = readChanges(prisma, { feeds, size: 1, after: changes[0]?.positions ?? null, notBefore: null })
    await expect(asked).rejects.toThrow(FeedLostError)
  })

  it('tells of a name that changed in each fiche that bears it', async ({ make, prisma }) => {
    const plan = await make.plan()
    const { collectiviteId } = plan
    const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: collectiviteId } })
    const service = await make.service({ collectivite })
    const fiche = await make.fiche({ plan, services: [service] })
    const next = follow(prisma, feedOfCollectivite('AGENT', collectiviteId))
    await next()
    await prisma.service.update({ where: { id: service.id }, data: { nom: 'Eau', nomNormalise: 'eau' } })
    expect((await next()).toSorted()).toEqual([`+ Fiche ${fiche.id}`, `+ Service ${service.id}`])
  })

  it('is read for as much wherever one is and however long it is', async ({ make, prisma }) => {
    const { collectiviteId } = await make.plan()
    const name = feedOfCollectivite('AGENT', collectiviteId)
    await follow(prisma, name)()
    const feed = await prisma.feed.findFirstOrThrow({ where: { ...name } })
    // Half of them gone, all at the beginning.
    await prisma.$executeRaw`
      INSERT INTO feed_entry (type, objet_id, feed_id, seq, shown, at)
      SELECT 'Fiche', gen_random_uuid(), ${feed.id}::uuid, 1000 + n, n > 20000, now() FROM generate_series(1, 40000) AS n`
    await prisma.$executeRaw`ANALYZE feed_entry`
    const rowsRead = async (seq: bigint, since: bigint) => {
      const position = { epoch: feed.epoch, since, seq }
      const [plan] = await prisma.$queryRaw<{ 'QUERY PLAN': unknown }[]>(
        Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${entriesSql({ feed, position, notBefore: null, limit: 101 })}`,
      )
      const counts = [...JSON.stringify(plan).matchAll(/"(?:Actual Rows|Rows Removed by Filter)":([\d.]+)/g)]
      return Math.max(...counts.map(([, count]) => Number(count)))
    }
    for (const [seq, since] of [
      [0n, 41_000n],
      [0n, 0n],
      [25_000n, 41_000n],
      [25_000n, 0n],
      [40_900n, 500n],
    ] as const)
      expect(await rowsRead(seq, since)).toBeLessThanOrEqual(202)
  }, 30_000)
})
