import { useMutation } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import type { UpdateVueInput } from '../../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'

const updateVueMutation = graphql(`
  mutation UpdateVue($input: UpdateVueInput!) {
    updateVue(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateVueSuccess {
        collectivite {
          id
          vues {
            id
            ...VueEnregistree
          }
        }
      }
    }
  }
`)

const deleteVueMutation = graphql(`
  mutation DeleteVue($input: DeleteVueInput!) {
    deleteVue(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on DeleteVueSuccess {
        collectivite {
          id
          vues {
            id
          }
        }
      }
    }
  }
`)

/** Changes a view or deletes it. Each answers why it was refused, in a sentence; null when it was done. */
export function useChangeVue(vueId: string) {
  const [runUpdate] = useMutation(updateVueMutation)
  const [runDelete] = useMutation(deleteVueMutation)

  return {
    update: async (change: Omit<UpdateVueInput, 'vueId'>): Promise<string | null> => {
      const { data } = await runUpdate({ variables: { input: { vueId, ...change } } }).catch(() => ({ data: null }))
      if (data?.updateVue.__typename === 'UpdateVueSuccess') return null
      return data?.updateVue.message ?? UNEXPECTED_ERROR
    },
    remove: async (): Promise<string | null> => {
      const { data } = await runDelete({ variables: { input: { vueId } } }).catch(() => ({ data: null }))
      if (data?.deleteVue.__typename === 'DeleteVueSuccess') return null
      return data?.deleteVue.message ?? UNEXPECTED_ERROR
    },
  }
}
