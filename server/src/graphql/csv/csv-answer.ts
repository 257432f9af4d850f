import type { IncomingHttpHeaders } from 'node:http'
import { type GraphQLSchema, parse } from 'graphql'
import { z } from 'zod'
import { typeset } from '../../domain/typography.ts'
import { MAX_TOKENS } from '../limits/query-limits.ts'
import { tableOf } from './columns.ts'
import { writeCsv } from './write-csv.ts'

/** What answers are asked for in, to be written as CSV. */
const JSON_TYPE = 'application/graphql-response+json'

const CSV_TYPE = 'text/csv; charset=utf-8; header=present'

/** Where a page that is not the last says how to go on. */
const NEXT_PAGE = 'x-page-suivante'

const askedShape = z.object({ query: z.string(), operationName: z.string().nullish() })
const answerShape = z.object({ data: z.looseObject({}), errors: z.undefined().optional() })
const pageShape = z.object({ pageInfo: z.object({ hasNextPage: z.literal(true), endCursor: z.string() }) })

/** Whether a request asks for a table: it names text/csv before any other type. */
export function asksForCsv({ accept = '' }: IncomingHttpHeaders): boolean {
  return accept.split(/[;,]/)[0]?.trim().toLowerCase() === 'text/csv'
}

interface Exchange {
  request: { method: string; body: unknown; query: unknown; headers: IncomingHttpHeaders }
  reply: { status: (code: number) => unknown; header: (name: string, value: string) => unknown }
  /** Executes the request, as it is answered in JSON. */
  answer: () => unknown
}

/**
 * Answers a query whose answer is one list as CSV. It is executed like any other, and what is refused is answered as GraphQL answers: a table shows what
 * the same query shows, and costs the same.
 */
export async function answerCsv(schema: GraphQLSchema, { request, reply, answer }: Exchange): Promise<string> {
  const table = askedTable(schema, request)
  if (!table) {
    reply.status(400)
    reply.header('content-type', 'application/json; charset=utf-8')
    return JSON.stringify({ errors: [NOT_ONE_LIST] })
  }
  request.headers.accept = JSON_TYPE
  const body = await answer()
  if (typeof body !== 'string') throw new Error('an answer that is not streamed is a text')
  const answered = answerShape.safeParse(JSON.parse(body))
  if (!answered.success) return body
  const { data } = answered.data
  reply.header('content-type', CSV_TYPE)
  reply.header('content-disposition', 'attachment; filename="pupitre.csv"')
  const next = nextPage(data, table.path)
  if (next !== null) reply.header(NEXT_PAGE, next)
  return writeCsv(table, data)
}

const NOT_ONE_LIST = {
  message: typeset(
    'Un tableau CSV est une seule liste : demandez un seul champ qui en réponde une, comme plans ou fiches, par le texte de la requête.',
  ),
  extensions: { code: 'NOT_ONE_LIST' },
}

function askedTable(schema: GraphQLSchema, { method, body, query }: Exchange['request']) {
  const asked = askedShape.safeParse(method === 'GET' ? query : body)
  if (!asked.success) return null
  try {
    const document = parse(asked.data.query, { maxTokens: MAX_TOKENS })
    return tableOf(schema, { document, operationName: asked.data.operationName ?? null })
  } catch {
    return null
  }
}

/** The cursor after a page, when the query asks where it is and another follows. */
function nextPage(data: unknown, path: readonly string[]): string | null {
  const page = path
    .slice(0, -1)
    .reduce((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : null), data)
  const read = pageShape.safeParse(page)
  return read.success ? read.data.pageInfo.endCursor : null
}
