import type { PrismaClient } from '@pupitre/prisma'
import type { Viewer } from '../domain/viewer.ts'
import { reloadKeyViewer } from './key-viewer.ts'
import { loadViewer } from './load-viewer.ts'
import { orNobody, seeAs } from './see-as.ts'

/** A viewer as they are now, from their session or their key; null when it has ended, or when they may see as the member no more. */
export async function reloadViewer(
  { prisma, now }: { prisma: Pick<PrismaClient, '$queryRaw' | 'apiKey'>; now: Date },
  viewer: Viewer,
): Promise<Viewer | null> {
  if (viewer.userId === null) return reloadKeyViewer({ prisma, now }, viewer.key.id)
  const person = (await loadViewer(prisma, { session: { id: viewer.sessionId }, now }))?.viewer ?? null
  const { seeingAs } = viewer
  return seeingAs ? seeAs({ prisma, viewer: person }, seeingAs.membreId).catch(orNobody) : person
}
