import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { pilotesOfRestricted } from '../../domain/rights/restricted-pilotes.ts'
import type { Viewer } from '../../domain/viewer.ts'

/** Who asks, and of what. */
export interface Reader {
  prisma: PrismaClient
  viewer: Viewer | null
}

/** What those who are told of one event read, together. */
interface SharedReads {
  /** A viewer, their questions worded as those of everybody whom the rights do not tell from them. */
  as(viewer: Viewer | null): Promise<Reader>
}

/**
 * Reads what an event is about once for all who may read the same: a question asked twice, word for word with the rights in it, has
 * one answer. Each event has answers of its own: nothing loaded for one serves the next.
 */
export function createSharedReads(prisma: PrismaClient): (event: object) => SharedReads {
  const byEvent = new WeakMap<object, SharedReads>()
  return (event) => {
    const reads = byEvent.get(event) ?? sharedReads(prisma)
    byEvent.set(event, reads)
    return reads
  }
}

function sharedReads(prisma: PrismaClient): SharedReads {
  const once = onceEach(prisma)
  const pilotes = new DataLoader(async (membreIds: readonly string[]) => {
    const found = await pilotesOfRestricted(prisma, membreIds)
    return membreIds.map((id) => found.has(id))
  })
  return {
    async as(viewer) {
      const memberships = (viewer?.memberships ?? []).map(async (membership) => ({
        ...membership,
        pilotsRestricted: await pilotes.load(membership.membreId),
      }))
      return { prisma: once, viewer: viewer && { ...viewer, memberships: await Promise.all(memberships) } }
    },
  }
}

/** A client that reads each thing once. Conditions are plain values, which JSON tells apart. */
function onceEach(prisma: PrismaClient): PrismaClient {
  const answers = new Map<string, Promise<unknown>>()
  const extended: object = prisma.$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          // An object, since TypeScript unites the types of a list's elements, and there are too many here.
          const question = JSON.stringify({ model, operation, args })
          const answer = answers.get(question) ?? query(args)
          answers.set(question, answer)
          return answer
        },
      },
    },
  })
  if (!isClient(extended)) throw new Error('an extended client is a client')
  return extended
}

/** Prisma types an extended client otherwise, and hides its class: it is a client all the same. */
function isClient(client: object): client is PrismaClient {
  return '$transaction' in client && 'fiche' in client
}
