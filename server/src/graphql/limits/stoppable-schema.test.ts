import { execute, GraphQLInt, GraphQLObjectType, GraphQLSchema, parse } from 'graphql'
import { expect, it } from 'vitest'
import { type Run, startRun } from './run.ts'
import { stoppable } from './stoppable-schema.ts'

/** A schema whose first field answers when the test says so, and which counts how often its second was asked. */
function scene() {
  const slow = Promise.withResolvers<object>()
  const asked = { count: 0 }
  const node = new GraphQLObjectType({
    name: 'Node',
    fields: { count: { type: GraphQLInt, resolve: () => (asked.count += 1) } },
  })
  const fields = { slow: { type: node, resolve: () => slow.promise } }
  const schema = stoppable(
    new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields }),
      mutation: new GraphQLObjectType({ name: 'Mutation', fields }),
    }),
  )
  const ask = async (operation: string, run?: Run) =>
    execute({ schema, document: parse(`${operation} { slow { count } }`), contextValue: { run } })
  return { slow, asked, ask }
}

const codes = ({ errors = [] }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors.map(({ extensions }) => extensions['code'])

it('answers within its time', async () => {
  const { slow, ask } = scene()
  const { run, end } = startRun({ timeoutMs: 60_000 })
  const answer = ask('query', run)
  slow.resolve({})
  expect(await answer).toEqual({ data: { slow: { count: 1 } } })
  end()
})

it('stops waiting once its time is up, and asks nothing more when what it waited for comes', async () => {
  const { slow, asked, ask } = scene()
  const { run } = startRun({ timeoutMs: 1 })
  expect(codes(await ask('query', run))).toEqual(['TIMEOUT'])
  slow.resolve({})
  await slow.promise
  expect(asked.count).toBe(0)
  expect(codes(await ask('query', run))).toEqual(['TIMEOUT'])
})

it('stops when its caller is gone', async () => {
  const { asked, ask } = scene()
  const { run, end } = startRun({ timeoutMs: 60_000 })
  const answer = ask('query', run)
  end()
  expect(codes(await answer)).toEqual(['CALLER_GONE'])
  expect(asked.count).toBe(0)
})

it('never stops a mutation', async () => {
  const { slow, ask } = scene()
  const { run, end } = startRun({ timeoutMs: 60_000 })
  end()
  const answer = ask('mutation', run)
  slow.resolve({})
  expect(await answer).toEqual({ data: { slow: { count: 1 } } })
})
