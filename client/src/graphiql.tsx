import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './graphiql.css'
import { GraphiQL, type GraphiQLProps } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { READY_QUERIES } from './graphiql-queries.ts'
import { requestOfHash } from './lib/graphql/graphiql-address.ts'

/** Asks this server, in the name of who is signed in here, or of the key that the headers show. */
const fetcher: GraphiQLProps['fetcher'] = async (params, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...options?.headers, 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  return response.json()
}

const root = document.getElementById('root')
if (!root) throw new Error('graphiql.html has no #root')

/** What a page of the application asks it to open with, before what one left open here. */
const asked = requestOfHash(window.location.hash)
const tabs = [...(asked ? [asked] : []), ...READY_QUERIES.map((query) => ({ query }))]
createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={tabs}
    {...(asked && { initialQuery: asked.query, initialVariables: asked.variables })}
  />,
)
