import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { pilotesOfRestricted, pilotesOfSomething } from '../../domain/rights/restricted-pilotes.ts'
import { personOf, type Viewer } from '../../domain/viewer.ts'
import { anybodyLike } from './alike.ts'

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
  const among = (find: typeof pilotesOfRestricted) =>
    new DataLoader(async (membreIds: readonly string[]) => {
      const found = await find(prisma, membreIds)
      return membreIds.map((id) => found.has(id))
    })
  const ofRestricted = among(pilotesOfRestricted)
  const ofSomething = among(pilotesOfSomething)
  const readers = new Map<string, Reader>()
  const nobody: Reader = { prisma: once, viewer: null }
  return {
    async as(viewer, { alone }) {
      const person = personOf(viewer)
      if (!person) return viewer ? { prisma: once, viewer } : nobody
      const memberships = await Promise.all(
        person.memberships.map(async (membership) => ({
          ...membership,
          pilotsRestricted: await ofRestricted.load(membership.membreId),
        })),
      )
      const own = { ...person, memberships }
      if (alone) return { prisma: once, viewer: own }
      const pilots = await Promise.all(memberships.map(({ membreId }) => ofSomething.load(membreId)))
      const pilotes = new Set(memberships.flatMap(({ membreId }, at) => (pilots[at] ? membreId : [])))
      const alike = anybodyLike(own, (membreId) => pilotes.has(membreId))
      if (!alike) return { prisma: once, viewer: own }
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
