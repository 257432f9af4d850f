import { useMutation } from '@apollo/client/react'
import { useOptimistic } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { PRIORITE_LABELS, STATUT_LABELS } from '../../../lib/vocabulary/fiche-labels.ts'
import { type Answered, useChange } from '../../../ui/fields/use-change.ts'
import type { FicheLine } from '../use-fiches.ts'
import { axeOf, type BoardMove, keyIn, withMove } from './board-columns.ts'

const updateFiche = graphql(`
  mutation MoveOnBoard($input: UpdateFicheInput!) {
    updateFiche(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateFicheSuccess {
        fiche {
          id
          ...FicheLine
        }
      }
    }
  }
`)

const addService = graphql(`
  mutation AddServiceOnBoard($input: AddFicheServiceInput!) {
    addFicheService(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheServiceSuccess {
        fiche {
          id
          ...FicheLine
        }
      }
    }
  }
`)

const removeService = graphql(`
  mutation RemoveServiceOnBoard($input: RemoveFicheServiceInput!) {
    removeFicheService(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheServiceSuccess {
        fiche {
          id
          ...FicheLine
        }
      }
    }
  }
`)

const movePlacement = graphql(`
  mutation MovePlacementOnBoard($input: MovePlacementsInput!) {
    movePlacements(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on MovePlacementsSuccess {
        placements {
          id
          axe {
            id
            nom
          }
        }
      }
    }
  }
`)

type Sent = Promise<Answered | null | undefined>

/** The lines as the board shows them, and the way to move a card: shown at once, put back with the reason when it is refused. */
export function useBoardMoves(lines: readonly FicheLine[]) {
  const [shown, show] = useOptimistic(lines, withMove)
  const [update] = useMutation(updateFiche)
  const [add] = useMutation(addService)
  const [remove] = useMutation(removeService)
  const [place] = useMutation(movePlacement)
  const { change } = useChange()

  /** From a service to another, the new one first: a fiche never stays without any because the second act failed. */
  async function changeService(ficheId: string, from: string, to: string): Sent {
    const added =
      to === '' ? null : (await add({ variables: { input: { ficheId, serviceId: to } } })).data?.addFicheService
    if (from === '' || (added && added.__typename !== 'AddFicheServiceSuccess')) return added
    return (await remove({ variables: { input: { ficheId, serviceId: from } } })).data?.removeFicheService
  }

  async function send({ card, to, par }: BoardMove): Sent {
    const ficheId = card.line.id
    switch (par) {
      case 'statut': {
        const input = { ficheId, statut: keyIn(STATUT_LABELS, to.value) }
        return (await update({ variables: { input } })).data?.updateFiche
      }
      case 'priorite': {
        const input = { ficheId, priorite: keyIn(PRIORITE_LABELS, to.value) }
        return (await update({ variables: { input } })).data?.updateFiche
      }
      case 'service':
        return changeService(ficheId, card.column, to.value)
      case 'axe': {
        if (!card.place) return null
        const moves = [{ placementIds: [card.place.placementId], axeId: axeOf(to)?.id ?? null }]
        return (await place({ variables: { input: { planId: card.place.planId, moves } } })).data?.movePlacements
      }
    }
  }

  return { shown, move: (move: BoardMove) => change({ show: () => show(move), send: () => send(move) }) }
}
