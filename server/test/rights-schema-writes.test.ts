import type { PlanVisibilite } from '@pupitre/prisma'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { SHOWN } from '../src/graphql/observatoire/shown.ts'
import { schema } from '../src/graphql/schema.ts'
import { createCountedPrisma } from './counted-prisma.ts'
import { createFactories } from './factories.ts'
import { type Answer, startGraphqlApp } from './graphql-app.ts'
import { READERS, VISIBILITES, WHO } from './matrix/readers.ts'
import { type Asking, askWrite, writtenOn } from './matrix/ask-write.ts'
import { makeStage } from './matrix/stage.ts'
import { type Undoing, undoing } from './matrix/undoing.ts'
import { absent, OF_MANY, OF_ONESELF, type Subject, type Write, WRITES } from './matrix/writes.ts'
import { testDatabase } from './test-database.ts'

// The rights matrix of writing, made from the schema: every mutation, by everybody, in plans of every visibility. What an act would
// have changed is undone at its end: each finds the same.

const { connectionString } = testDatabase()

const it = test
  .extend('counted', { scope: 'file' }, ({}, { onCleanup }) => {
    const counted = createCountedPrisma({ connectionString })
    onCleanup(() => counted.prisma.$disconnect())
    return counted
  })
  .extend('acts', { scope: 'file' }, ({ counted }) => undoing(counted.prisma))
  .extend('app', { scope: 'file' }, async ({ acts: { prisma } }, { onCleanup }) => {
    const app = await startGraphqlApp({ prisma, connectionString })
    onCleanup(() => app.close())
    return app
  })
  .extend('subjects', { scope: 'file' }, async ({ app, counted: { prisma } }) => {
    const make = createFactories(prisma)
    const stage = await makeStage({ app, make, prisma })
    return { stage, of: await writtenOn({ app, make, prisma, stage }) }
  })

const mutationType = schema.getMutationType()

describe('rights matrix of the schema', () => {
  it('says of every mutation who may do it', () => {
    expect([...Object.keys(WRITES), ...OF_ONESELF, ...OF_MANY].toSorted()).toEqual(
      Object.keys(mutationType?.getFields() ?? {}).toSorted(),
    )
  })
})

describe.each(Object.entries(WRITES))('%s', (name, write) => {
  it.for(VISIBILITES)(
    'is done for whom may, refused to who reads what it is about, absent to the others: %s',
    { timeout: 120_000 },
    async (visibilite, { app, acts, subjects }) => {
      const subject = subjects.of[visibilite]
      const outcomes: Record<string, string> = {}
      const expected: Record<string, string> = {}
      for (const who of WHO) {
        const asker = subjects.stage.asker(who)
        outcomes[who] = await outcomeOf({ app, acts, name, args: write.args(subject), asker })
        expected[who] = expectation(name, write, { who, visibilite })
      }
      expect(outcomes).toEqual(expected)
    },
  )

  it('answers who does not read what it is about as if there were none, by the same statements', async ({
    app,
    acts,
    counted,
    subjects,
  }) => {
    const subject = subjects.of.RESTREINT
    for (const who of ['autre collectivité', 'éditeur'] as const) {
      if (write.seen(READERS[who], 'RESTREINT')) continue
      const told = async (about: Subject) => {
        let answer: Answer | undefined
        const sql = await counted.statementsOf(() =>
          acts.undone(async () => {
            answer = await askWrite({ app, name, args: write.args(about), asker: subjects.stage.asker(who) })
          }),
        )
        return { answer, sql }
      }
      expect(await told(subject), who).toEqual(await told(absent(subject)))
    }
  })
})

function expectation(
  name: string,
  { may, seen }: Write,
  { who, visibilite }: { who: keyof typeof READERS; visibilite: PlanVisibilite },
): string {
  const reader = READERS[who]
  if (reader.is === 'key' && !SHOWN['Mutation']?.includes(name)) return 'not of its schema'
  if (may(reader, visibilite)) return 'done'
  return seen(reader, visibilite) ? 'ForbiddenError' : 'NotFoundError'
}

const answered = z.object({ answer: z.object({ __typename: z.string(), code: z.string().optional() }).nullish() })

async function outcomeOf({ acts, ...asking }: Asking & { acts: Undoing }): Promise<string> {
  let answer: Answer | undefined
  const isDone = await acts.undone(async () => {
    answer = await askWrite(asking)
  })
  const { __typename: type = '', code } = answered.safeParse(answer?.data).data?.answer ?? {}
  // Live texts are written by the sync server, outside of the transaction.
  if (isDone || type.endsWith('Success')) return 'done'
  if (type === 'ForbiddenError' || type === 'NotFoundError') return type
  const [error] = answer?.errors ?? []
  if (error?.extensions['code'] === 'GRAPHQL_VALIDATION_FAILED') return 'not of its schema'
  return `${type} ${code} ${error?.message ?? ''}`
}
