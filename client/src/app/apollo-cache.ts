import { InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { POSSIBLE_TYPES } from '../gql/possible-types.ts'
import { wholeConnection } from '../lib/graphql/whole-connection.ts'

/** What this page knows of the API's answers: what is one thing, and which lists grow. */
export function createApolloCache(): InMemoryCache {
  return new InMemoryCache({
    // Else what is asked of an interface, the sentence of a refusal first, would be dropped.
    possibleTypes: POSSIBLE_TYPES,
    typePolicies: {
      Query: { fields: { fiches: wholeConnection({ keyArgs: ['where', 'orderBy'] }) } },
      // One per page: without it, two questions about the viewer would overwrite each other.
      Viewer: { keyFields: ['uuid'] },
      Collectivite: {
        fields: {
          membres: wholeConnection(),
          personnes: wholeConnection({ keyArgs: ['recherche'] }),
          services: wholeConnection(),
          labels: wholeConnection({ keyArgs: ['genre', 'recherche', 'first'] }),
          corbeille: wholeConnection(),
          journal: relayStylePagination(['where']),
          actes: relayStylePagination(['where']),
          plans: wholeConnection(),
          indicateurs: wholeConnection({ keyArgs: ['where'] }),
        },
      },
      Fiche: { fields: { notesSuivi: wholeConnection(), actes: relayStylePagination(['where']) } },
      // The last values alone, for a list, are another list than all of them.
      Indicateur: { fields: { valeurs: wholeConnection({ keyArgs: ['last'] }) } },
      Plan: {
        fields: {
          axes: wholeConnection(),
          placements: wholeConnection(),
          actes: relayStylePagination(['where']),
        },
      },
    },
  })
}
