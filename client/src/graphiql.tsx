import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './graphiql.css'
import { GraphiQL, type GraphiQLProps } from 'graphiql'
import { createRoot } from 'react-dom/client'

/** Asks this server, in the name of who is signed in here. */
const fetcher: GraphiQLProps['fetcher'] = async (params) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  return response.json()
}

const STARTING_QUERY = `# L’API de Pupitre. Connectez-vous d’abord à l’application, dans ce navigateur.
query MesPlans {
  viewer {
    nom
  }
  plans(first: 10) {
    edges {
      node {
        nom
        fichesCount
      }
    }
  }
}
`

const root = document.getElementById('root')
if (!root) throw new Error('graphiql.html has no #root')
createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={STARTING_QUERY} />)
