import { expect, onTestFinished } from 'vitest'
import type { Fiche } from '@pupitre/prisma'
import { installedRedis, startRedis, type RealRedis } from '../real-redis.ts'
import { Page } from './page.ts'
import { startServerGroup, type ServerGroup } from './server-group.ts'

/** In CI a missing Redis is a failure, which `startRedis` makes; elsewhere it is said by name. */
export const isRedisMissing = (await installedRedis()) === null && process.env.CI !== 'true'

/** Servers with a database and a Redis of their own. */
export interface Scene {
  redis: RealRedis
  group: ServerGroup
  close(): Promise<void>
}

export async function startScene(count: number): Promise<Scene> {
  const redis = await startRedis()
  const group = await startServerGroup({ count, redisUrl: redis.url })
  return {
    redis,
    group,
    async close() {
      await group.close()
      await redis.stop()
    },
  }
}

/** A fiche, and an éditeur of its collectivité with a page on it from each server. */
export async function openPages({ group }: Scene): Promise<{ fiche: Fiche; pages: Page[]; cookie: string }> {
  const { make, servers } = group
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan })
  const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
  const cookie = await group.signIn(user)
  const pages = servers.map(({ url }) => openPage({ url, cookie, ficheId: fiche.id }))
  for (const page of pages) await expect.poll(() => page.isSynced).toBe(true)
  return { fiche, pages, cookie }
}

/** A page which closes with the test. */
export function openPage(parts: { url: string; cookie: string; ficheId: string }): Page {
  const page = new Page(parts)
  onTestFinished(() => page.close())
  return page
}
