import { useQuery } from '@apollo/client/react'
import { Navigate, useLocation } from '@tanstack/react-router'
import { graphql } from '../gql/gql.ts'

const sessionQuery = graphql(`
  query Session {
    viewer {
      uuid
    }
  }
`)

/**
 * Sends to the sign-in page as soon as an answer of the server says that nobody is signed in any more: every page asks
 * for the viewer beside its own data. The way back is kept.
 */
export function SessionGuard() {
  const { data } = useQuery(sessionQuery, { fetchPolicy: 'cache-only' })
  const here = useLocation({ select: ({ href }) => href })
  if (data?.viewer !== null) return null
  return <Navigate to="/connexion" search={{ retour: here, motif: 'session' }} ignoreBlocker />
}
