import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import type { InviteMembresInput, InviteMembresMutation } from '../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { inviteMembresMutation } from './mutations.ts'

interface Invited {
  /** How many invitations leave. */
  sent: number
  /** Addresses that were left out, and why. */
  refused: { email: string; message: string }[]
  /** Why nothing was done. */
  error: string | null
}

/** Invites people, then reads the page again. The server takes all of them or none: those that it refuses are left out, and the others sent. */
export function useInvite() {
  const apollo = useApolloClient()
  const [pending, setPending] = useState(false)

  async function send(input: InviteMembresInput): Promise<InviteMembresMutation['inviteMembres'] | null> {
    const { data } = await apollo
      .mutate({
        mutation: inviteMembresMutation,
        variables: { input },
        refetchQueries: ['Membres'],
        awaitRefetchQueries: true,
      })
      .catch(() => ({ data: null }))
    return data?.inviteMembres ?? null
  }

  async function invite(input: InviteMembresInput, before: Invited['refused'] = []): Promise<Invited> {
    const { invites } = input
    if (invites.length === 0) return { sent: 0, refused: before, error: null }
    const answer = await send(input)
    if (answer?.__typename === 'InviteMembresSuccess') return { sent: invites.length, refused: before, error: null }
    const refused = answer?.__typename === 'ValidationError' ? addressesIn(answer.issues, input) : []
    if (refused.length === 0) return { sent: 0, refused: [], error: answer?.message ?? UNEXPECTED_ERROR }
    // The server tells of what cannot be read first, then of who is there already: fewer each time, until it takes the rest.
    const out = new Set(refused.map(({ index }) => index))
    return invite({ ...input, invites: invites.filter((_, index) => !out.has(index)) }, [...before, ...refused])
  }

  async function run(input: InviteMembresInput): Promise<Invited> {
    setPending(true)
    try {
      return await invite(input)
    } finally {
      setPending(false)
    }
  }
  return { run, pending }
}

/** The addresses that issues are about, each once; none if one of the issues is about anything else. */
function addressesIn(issues: readonly { message: string; path: readonly string[] }[], { invites }: InviteMembresInput) {
  const byIndex = new Map<number, { index: number; email: string; message: string }>()
  for (const { message, path } of issues) {
    const [list, at, field] = path
    const index = Number(at)
    const email = invites[index]?.email
    if (list !== 'invites' || field !== 'email' || email === undefined) return []
    if (!byIndex.has(index)) byIndex.set(index, { index, email, message })
  }
  return [...byIndex.values()]
}
