import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client'

/** What the components of the page ask for, by the name of the operation. */
const ANSWERS: Record<string, Record<string, unknown>> = {
  Grantees: {
    collectivite: {
      __typename: 'Collectivite',
      id: 'c',
      services: {
        __typename: 'ServiceConnection',
        edges: [{ __typename: 'ServiceEdge', node: { __typename: 'Service', id: 's', nom: 'Mobilités et voirie' } }],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
      membres: {
        __typename: 'MembreConnection',
        edges: [{ __typename: 'MembreEdge', node: { __typename: 'Membre', id: 'm', nom: 'Awa Dupont' } }],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  },
  TypesAutres: {
    collectivite: { __typename: 'Collectivite', id: 'c', typesAutres: ['Plan vélo', 'Schéma cyclable'] },
  },
  SearchFiches: { searchFiches: [] },
  SearchIndicateurs: {
    collectivite: {
      __typename: 'Collectivite',
      id: 'c',
      indicateurs: {
        __typename: 'IndicateurConnection',
        edges: [
          {
            __typename: 'IndicateurEdge',
            node: { __typename: 'Indicateur', id: 'i', nom: 'Consommation d’énergie finale', unite: 'GWh' },
          },
        ],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  },
}

/** A server that knows what the page shows and nothing else: nothing is kept, and nothing leaves the page. */
export function createSampleApollo(): ApolloClient {
  const link = new ApolloLink(({ operationName }) => {
    const data = ANSWERS[operationName ?? '']
    return new Observable((observer) => {
      if (!data) observer.error(new Error(`nothing is known of ${operationName}`))
      else {
        observer.next({ data })
        observer.complete()
      }
    })
  })
  return new ApolloClient({ link, cache: new InMemoryCache() })
}

/** What acts on the page do. */
export function nothing(): void {}

/** What its forms answer. */
export async function refused(): Promise<string> {
  return 'Rien ne s’enregistre sur cette page : elle montre comment un refus se dit.'
}
