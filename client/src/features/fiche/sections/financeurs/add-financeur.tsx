import { useMutation } from '@apollo/client/react'
import { Button, TagsInput, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { graphql } from '../../../../gql/gql.ts'
import { readMontant } from '../../../../lib/text/montant.ts'
import { DROPDOWN_PROPS } from '../../../../ui/fields/dropdown-props.ts'
import { useSuggestedLabels } from '../../fields/use-suggestions.ts'
import { useChange } from '../../../../ui/fields/use-change.ts'
import classes from '../sections.module.css'

const addMutation = graphql(`
  mutation AddFicheFinanceur($input: AddFicheFinanceurInput!) {
    addFicheFinanceur(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheFinanceurSuccess {
        fiche {
          id
          ...FicheFinanceurs
        }
      }
    }
  }
`)

/** Adds those who pay, and the amount that they share. */
export function AddFinanceur({ ficheId, siren }: { ficheId: string; siren: string }) {
  const [noms, setNoms] = useState<string[]>([])
  const { suggestions, onSearch } = useSuggestedLabels(siren, 'FINANCEUR')
  const [montant, setMontant] = useState('')
  const [wrong, setWrong] = useState<'noms' | 'montant' | null>(null)
  const [add] = useMutation(addMutation)
  const { pending, change } = useChange()

  async function submit(event: FormEvent) {
    event.preventDefault()
    const montantHt = montant.trim() === '' ? null : readMontant(montant)
    const problem = noms.length === 0 ? 'noms' : montantHt === null && montant.trim() !== '' ? 'montant' : null
    setWrong(problem)
    if (problem) return
    const input = { ficheId, noms, montantHt }
    if (await change({ send: async () => (await add({ variables: { input } })).data?.addFicheFinanceur })) {
      setNoms([])
      setMontant('')
    }
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TagsInput
        label="Financeurs"
        placeholder={noms.length === 0 ? 'Un nom, puis Entrée' : undefined}
        value={noms}
        onChange={setNoms}
        data={suggestions.filter((nom) => !noms.includes(nom))}
        // The server has searched, accents apart.
        filter={({ options }) => options}
        onSearchChange={onSearch}
        acceptValueOnBlur
        maxTags={20}
        error={wrong === 'noms' ? 'Nommez au moins un financeur.' : undefined}
        {...DROPDOWN_PROPS}
      />
      <TextInput
        label="Montant (€ HT)"
        inputMode="decimal"
        placeholder="Inconnu"
        w="9rem"
        value={montant}
        onChange={({ currentTarget }) => setMontant(currentTarget.value)}
        error={wrong === 'montant' ? 'Un nombre, s’il vous plaît.' : undefined}
      />
      <Button type="submit" variant="default" loading={pending}>
        Ajouter
      </Button>
    </form>
  )
}
