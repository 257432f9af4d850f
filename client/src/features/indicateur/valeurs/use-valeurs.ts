import { useMutation } from '@apollo/client/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'
import { asInput, type CellChange, emptyValeur, type Valeur, withChanges } from './valeur.ts'

const setValeursMutation = graphql(`
  mutation SetIndicateurValeurs($input: SetIndicateurValeursInput!) {
    setIndicateurValeurs(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on SetIndicateurValeursSuccess {
        indicateur {
          id
        }
      }
    }
  }
`)

/** Changes that were made here, shown before the server has them. */
interface Batch {
  id: number
  changes: readonly CellChange[]
  /** Once they are on the server: the values as they were known then. They are shown until others come, which hold them. */
  savedOver: readonly Valeur[] | null
}

export interface Valeurs {
  /** One per period, in order: stored, changed here, or added and still empty. */
  valeurs: readonly Valeur[]
  isSaving: boolean
  /** Shows the changes at once, and stores them one batch after the other; what is refused comes off, and is said. */
  save: (changes: readonly CellChange[]) => void
  addPeriode: (periode: string) => void
}

/** The values of the grid, changed as one types. */
export function useValeurs({
  indicateurId,
  stored,
  startingWith,
  reload,
}: {
  indicateurId: string
  stored: readonly Valeur[]
  /** Periods to fill in that are shown whatever is stored. */
  startingWith: readonly string[]
  reload: () => Promise<void>
}): Valeurs {
  const [setValeurs] = useMutation(setValeursMutation)
  const [batches, setBatches] = useState<readonly Batch[]>([])
  const [added, setAdded] = useState<readonly string[]>(startingWith)
  const queue = useRef(Promise.resolve())
  const drawn = useRef(0)

  const known = useRef(stored)
  useEffect(() => {
    known.current = stored
  }, [stored])

  const send = useCallback(
    async ({ id, changes }: Batch) => {
      const input = { indicateurId, valeurs: asInput(changes) }
      const { data } = await setValeurs({ variables: { input } }).catch(() => ({ data: null }))
      if (data?.setIndicateurValeurs.__typename === 'SetIndicateurValeursSuccess') {
        const savedOver = known.current
        setBatches((all) => all.map((batch) => (batch.id === id ? { ...batch, savedOver } : batch)))
        await reload()
        return
      }
      setBatches((all) => all.filter((batch) => batch.id !== id))
      showRefusal(data?.setIndicateurValeurs.message ?? UNEXPECTED_ERROR)
    },
    [indicateurId, reload, setValeurs],
  )

  const save = useCallback(
    (changes: readonly CellChange[]) => {
      if (changes.length === 0) return
      drawn.current += 1
      const batch = { id: drawn.current, changes, savedOver: null }
      setBatches((all) => [...all.filter((each) => isShown(each, known.current)), batch])
      // A row emptied by mistake stays under the hand.
      setAdded((all) => [...new Set([...all, ...changes.map(({ periode }) => periode)])])
      queue.current = queue.current.then(() => send(batch))
    },
    [send],
  )

  const valeurs = useMemo(() => {
    const byPeriode = new Map(added.map((periode) => [periode, emptyValeur(periode)]))
    for (const valeur of stored) byPeriode.set(valeur.periode, valeur)
    const pending = batches.filter((batch) => isShown(batch, stored)).flatMap(({ changes }) => changes)
    return [...byPeriode.values()]
      .map((valeur) => withChanges(valeur, pending))
      .toSorted((a, b) => (a.periode < b.periode ? -1 : 1))
  }, [added, stored, batches])

  return {
    valeurs,
    isSaving: batches.some(({ savedOver }) => savedOver === null),
    save,
    addPeriode: useCallback((periode: string) => setAdded((all) => [...new Set([...all, periode])]), []),
  }
}

function isShown({ savedOver }: Batch, stored: readonly Valeur[]): boolean {
  return savedOver === null || savedOver === stored
}
