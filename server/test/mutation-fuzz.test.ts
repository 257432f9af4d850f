import { type GraphQLField, type GraphQLOutputType, getNamedType, isLeafType, isObjectType, isUnionType } from 'graphql'
import { expect } from 'vitest'
import { schema } from '../src/graphql/schema.ts'
import { graphqlTest as it } from './graphql-test.ts'
import { randomInput } from './random-input.ts'
import { seededRandom } from './seeded-random.ts'
import { makeWorld } from './whole-world.ts'

/**
 * Each seed sends every mutation once, in an order of its own, to a collectivité of its own. FUZZ_SEEDS=40 FUZZ_FIRST_SEED=100
 * draws others.
 */
const FIRST_SEED = Number(process.env['FUZZ_FIRST_SEED'] ?? 1)
const SEEDS = Array.from({ length: Number(process.env['FUZZ_SEEDS'] ?? 5) }, (_, index) => index + FIRST_SEED)

const MUTATIONS = Object.values(schema.getMutationType()?.getFields() ?? {})

/** What a mutation answers, two levels deep: what is only read once the mutation is done can fail too. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type)
  if (isLeafType(named)) return ''
  if (isUnionType(named)) {
    const members = named.getTypes().map((member) => `... on ${member.name} ${selection(member, depth)}`)
    return `{ __typename ${members.join(' ')} }`
  }
  if (!isObjectType(named)) return '{ __typename }'
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.length > 0) return []
    if (isLeafType(getNamedType(field.type))) return [field.name]
    return depth > 0 ? [`${field.name} ${selection(field.type, depth - 1)}`] : []
  })
  return `{ ${['__typename', ...fields].join(' ')} }`
}

function operation({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  return `mutation${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selection(type, 1)} }`
}

it.for(SEEDS)(
  'answers any well-typed input of every mutation by a success or a typed error: seed %i',
  async (seed, { app, make, prisma }) => {
    const random = seededRandom(seed)
    const { collectivite, ids } = await makeWorld({ make, prisma })
    const { ids: foreign } = await makeWorld({ make, prisma })
    const { user } = await make.membre({ collectivite, role: 'ADMIN' })
    const cookie = await app.signIn(user)
    const order = MUTATIONS.map((mutation) => ({ mutation, key: random() })).toSorted((a, b) => a.key - b.key)
    for (const { mutation } of order) {
      const draw = { random, mutation: mutation.name, ids, foreign }
      const variables = Object.fromEntries(
        mutation.args.map((arg) => [arg.name, randomInput(arg.type, arg.name, draw)]),
      )
      const { errors } = await app.query({ query: operation(mutation), variables, cookie })
      const sent = JSON.stringify(variables).slice(0, 2000)
      const unexpected = errors.filter(({ extensions }) => extensions['code'] === 'INTERNAL_SERVER_ERROR')
      expect.soft(unexpected, `seed ${seed}: ${mutation.name} ${sent}`).toEqual([])
    }
  },
)
