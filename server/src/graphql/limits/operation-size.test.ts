import { getOperationAST, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../schema.ts'
import { costOf } from './operation-size.ts'
import { QUERY_LIMITS } from './query-limits.ts'

/** What a query costs, or the sentence that refuses it. */
function judge(query: string, variables?: Record<string, unknown>): number | string {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  const operation = getOperationAST(document)
  if (!operation) throw new Error('one operation')
  try {
    return costOf({ schema, document, operation, variables })
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

const times = (count: number, field: string) => `${field} `.repeat(count)

describe('what an operation costs', () => {
  it('is one a field, times the size of the pages that hold it, by variables and fragments too', () => {
    expect(judge('{ viewer { uuid } }')).toBe(2)
    expect(judge('{ fiches(first: 100) { edges { cursor } } }')).toBe(1 + 100 * 2)
    const query = `query ($first: Int = 10) { ...Page } fragment Page on Query { fiches(first: $first) { edges { cursor } } }`
    expect(judge(query)).toBe(1 + 10 * 2)
    expect(judge(query, { first: 50 })).toBe(1 + 50 * 2)
  })

  it('is nothing for variables that cannot be read: the execution refuses them', () => {
    expect(judge('query ($first: Int!) { fiches(first: $first) { edges { cursor } } }', { first: 'dix' })).toBe(0)
  })

  it('is refused when an argument cannot be read, which would hide what the others cost', () => {
    const query = 'query ($id: ID = "x") { node(id: $id) { id } plans(first: 100) { edges { cursor } } }'
    expect(judge(query, { id: 'x' })).toEqual(expect.any(Number))
    expect(judge(query, { id: null })).toContain('must not be null')
  })

  it(`is ${QUERY_LIMITS.complexity} at most`, () => {
    const page = `plans(first: 100) { edges { node { ${times(497, 'uuid')} } } }`
    expect(judge(`{ ${page} ${times(99, '__typename')} }`)).toBe(QUERY_LIMITS.complexity)
    expect(judge(`{ ${page} ${times(100, '__typename')} }`)).toContain('trop grande')
  })

  it(`is asked of ${QUERY_LIMITS.breadth} fields at most`, () => {
    expect(judge(`{ ${times(QUERY_LIMITS.breadth, '__typename')} }`)).toBe(QUERY_LIMITS.breadth)
    expect(judge(`{ ${times(QUERY_LIMITS.breadth + 1, '__typename')} }`)).toContain('trop de champs')
  })

  it(`is asked of ${QUERY_LIMITS.depth} levels at most`, () => {
    // An axe's parent is an axe: one level each, after plans, edges, node, axes, edges, node.
    const deep = (levels: number) => {
      const parents = levels - 'plans edges node axes edges node uuid'.split(' ').length
      return `{ plans(first: 1) { edges { node { axes(first: 1) { edges { node { ${times(parents, 'parent {')} uuid ${times(parents, '}')} } } } } } } }`
    }
    expect(judge(deep(QUERY_LIMITS.depth))).toEqual(expect.any(Number))
    expect(judge(deep(QUERY_LIMITS.depth + 1))).toContain('trop profond')
  })
})
