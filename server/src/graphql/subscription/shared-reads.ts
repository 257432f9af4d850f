import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { pilotagesOf } from '../../domain/rights/pilotages.ts'
import { personOf, type Viewer } from '../../domain/viewer.ts'
import { anybodyLike, standIns } from './alike.ts'

/** Who asks, and of what. */
export interface Reader {
  prisma: PrismaClient
  viewer: Viewer | null
}

/** What those who are told of one event read, together. */
interface SharedReads {
  /**
   * A viewer, their questions worded as those of everybody whom the rights do not tell from them: one reader for all of these, who is none of
   * them, unless they are to be told by themselves.
   */
  as(viewer: Viewer | null, options: { alone: boolean }): Promise<Reader>
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
  const pilotages = new DataLoader((membreIds: readonly string[]) => pilotagesOf(prisma, membreIds))
  const standIn = standIns()
  const readers = new Map<string, Reader>()
  const nobody: Reader = { prisma: once, viewer: null }
  return {
    async as(viewer, { alone }) {
      const person = personOf(viewer)
      if (!person) return viewer ? { prisma: once, viewer } : nobody
      const placed = await Promise.all(
        person.memberships.map(async (membership) => ({
          membership,
          pilotage: await pilotages.load(membership.membreId),
        })),
      )
      const alike = alone ? null : anybodyLike(person, placed.map(standIn))
      if (!alike) {
        const memberships = placed.map(({ membership, pilotage: { restreintes } }) => ({
          ...membership,
          pilotsRestricted: restreintes !== null,
        }))
        return { prisma: once, viewer: { ...person, memberships } }
      }
      const key = JSON.stringify(alike)
      const reader = readers.get(key) ?? { prisma: once, viewer: alike }
      readers.set(key, reader)
      return reader
    },
  }
}

/** A client that reads each thing once. Conditions are plain values, which JSON tells apart. */
function onceEach(prisma: PrismaClient): PrismaClient {
  const answers = new Map<string, Promise<unknown>>()
  // An object, since TypeScript unites the types of a list's elements, and there are too many here.
  const ask = (question: object, answer: () => Promise<unknown>): Promise<unknown> => {
    const words = JSON.stringify(question, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
    const known = answers.get(words) ?? answer()
    answers.set(words, known)
    return known
  }
  const extended: object = prisma.$extends({
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) => ask({ model, operation, args }, () => query(args)),
      },
      $queryRaw: ({ args, query }) => ask({ sql: args }, () => query(args)),
    },
  })
  if (!isClient(extended)) throw new Error('an extended client is a client')
  return extended
}

/** Prisma types an extended client otherwise, and hides its class: it is a client all the same. */
function isClient(client: object): client is PrismaClient {
  return '$transaction' in client && 'fiche' in client
}
