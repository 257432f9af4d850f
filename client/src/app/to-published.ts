import type { ApolloClient } from '@apollo/client'
import { redirect } from '@tanstack/react-router'
import { graphql } from '../gql/gql.ts'

const publishedPlanQuery = graphql(`
  query PublishedPlan($uuid: UUID!) {
    plan(uuid: $uuid) {
      id
    }
  }
`)

const publishedFicheQuery = graphql(`
  query PublishedFiche($uuid: UUID!) {
    fiche(uuid: $uuid) {
      id
    }
  }
`)

const OBJECT = /^\/(plans|fiches)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Where whoever is not signed in reads the plan or the fiche of an address; null when it is of neither, or of one that is not published. */
export async function toPublished(visitorApollo: ApolloClient, pathname: string) {
  const [, kind, uuid] = OBJECT.exec(pathname) ?? []
  if (uuid === undefined) return null
  const variables = { uuid }
  try {
    if (kind === 'plans') {
      const { data } = await visitorApollo.query({ query: publishedPlanQuery, variables })
      return data?.plan ? redirect({ to: '/observatoire/plans/$planUuid', params: { planUuid: uuid } }) : null
    }
    const { data } = await visitorApollo.query({ query: publishedFicheQuery, variables })
    return data?.fiche ? redirect({ to: '/observatoire/fiches/$ficheUuid', params: { ficheUuid: uuid } }) : null
  } catch {
    // Signing in says what is wrong with the server.
    return null
  }
}
