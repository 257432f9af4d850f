import { graphql } from '../../gql/gql.ts'

/** One's own fiches in a collectivité, by échéance; those that are done or given up apart. */
export const mesFichesQuery = graphql(`
  query MesFiches($siren: String!, $collectiviteId: ID!) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      timeZone
    }
    personnelles: fiches(
      first: 100
      where: { collectivite: { equals: $collectiviteId }, pourMoi: PERSONNELLES }
      orderBy: { field: DATE_FIN, direction: ASC }
    ) {
      edges {
        node {
          id
          ...MaFiche
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    services: fiches(
      first: 100
      where: { collectivite: { equals: $collectiviteId }, pourMoi: SERVICES }
      orderBy: { field: DATE_FIN, direction: ASC }
    ) {
      edges {
        node {
          id
          ...MaFiche
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)
