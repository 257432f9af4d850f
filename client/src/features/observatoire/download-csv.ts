import { print } from 'graphql'
import type { ObservatoireCsvQueryVariables } from '../../gql/graphql.ts'
import { csvQuery } from './observatoire-query.ts'
import { type ObservatoireSearch, plansWhere } from './observatoire-search.ts'

/** The largest page that the API gives. */
const PAGE_SIZE = 100

/** Where the API says that a page follows. */
const NEXT_PAGE = 'x-page-suivante'

/** By it Excel knows that a file is in UTF-8: the API writes it, and reading an answer as a text takes it away. */
const BYTE_ORDER_MARK = '\ufeff'

/** The text of the request of a page. */
const CSV_REQUEST = print(csvQuery)

/** What a page of the table is asked with. */
function csvVariables(search: ObservatoireSearch, after: string | null = null): ObservatoireCsvQueryVariables {
  return { plans: plansWhere(search), first: PAGE_SIZE, after }
}

/** All the plans that an address lists, as the API writes them for a spreadsheet: one request a page, asked as nobody. @throws Error when one fails. */
export async function readCsv(search: ObservatoireSearch, send: typeof fetch = fetch): Promise<string> {
  const pages: string[] = []
  let after: string | null = null
  do {
    const response: Response = await send('/graphql', {
      method: 'POST',
      credentials: 'omit',
      headers: { accept: 'text/csv', 'content-type': 'application/json' },
      body: JSON.stringify({ query: CSV_REQUEST, variables: csvVariables(search, after) }),
    })
    if (!response.ok || !response.headers.get('content-type')?.startsWith('text/csv')) {
      throw new Error(`the API answered ${response.status} to a table`)
    }
    const text = await response.text()
    pages.push(pages.length === 0 ? text : text.slice(text.indexOf('\n') + 1))
    after = response.headers.get(NEXT_PAGE)
  } while (after !== null)
  return BYTE_ORDER_MARK + pages.join('')
}
