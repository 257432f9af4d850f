import { graphql } from '../../gql/gql.ts'

/** What one has to do in a collectivité: what is late first, and neither what is done nor what was given up. */
export const pupitreQuery = graphql(`
  query Pupitre($siren: String!, $collectiviteId: ID!) {
    viewer {
      uuid
    }
    pupitre(siren: $siren) {
      derniereVisite
      premiersPas {
        code
        fait
      }
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      timeZone
    }
    personnelles: fiches(
      first: 100
      where: { collectivite: { equals: $collectiviteId }, pourMoi: PERSONNELLES, achevee: false }
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
      where: { collectivite: { equals: $collectiviteId }, pourMoi: SERVICES, achevee: false }
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
    plans(first: 20, where: { collectivite: { equals: $collectiviteId }, pourMoi: true, archive: false }) {
      edges {
        node {
          id
          ...MonPlan
        }
      }
    }
  }
`)

/** What others did of what one pilots or follows since an instant, the last first. */
export const nouvellesQuery = graphql(`
  query Nouvelles($siren: String!, $depuis: DateTime!) {
    collectivite(siren: $siren) {
      id
      actes(first: 8, where: { pourMoi: true, parAutrui: true, depuis: $depuis }) {
        edges {
          node {
            id
            date
            ...JournalActe
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

export const noteVisiteMutation = graphql(`
  mutation NoteVisite($input: NoteVisiteInput!) {
    noteVisite(input: $input) {
      __typename
    }
  }
`)

export const dismissPremiersPasMutation = graphql(`
  mutation DismissPremiersPas($input: DismissPremiersPasInput!) {
    dismissPremiersPas(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)
