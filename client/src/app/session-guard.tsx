import { useQuery } from '@apollo/client/react'
import { graphql } from '../gql/gql.ts'
import { useSignInAgain } from './use-sign-in-again.ts'

const sessionQuery = graphql(`
  query Session {
    viewer {
      uuid
    }
  }
`)

/** Watches the answers of the server for one which says that nobody is signed in: each page asks for the viewer too. */
export function SessionGuard() {
  const { data } = useQuery(sessionQuery, { fetchPolicy: 'cache-only' })
  useSignInAgain(data?.viewer === null)
  return null
}
