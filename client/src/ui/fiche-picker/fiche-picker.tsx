import { useQuery } from '@apollo/client/react'
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { useDialogDropdownProps } from '../dialog-layer.ts'
import classes from './fiche-picker.module.css'

/** Long enough that a word typed at an ordinary pace is one question. */
const DEBOUNCE_MS = 200

const searchQuery = graphql(`
  query SearchFiches($recherche: String!) {
    searchFiches(recherche: $recherche, first: 20) {
      extrait
      fiche {
        id
        titre
        collectivite {
          id
          nom
        }
        placements(first: 1) {
          edges {
            node {
              id
              plan {
                id
                nom
                archivedAt
              }
            }
          }
        }
      }
    }
  }
`)

export interface PickedFiche {
  id: string
  titre: string
}

/** Finds a fiche by the words of its texts, among all those that one may read. */
export function FichePicker({
  picked,
  onPick,
  excluded,
}: {
  picked: PickedFiche | null
  onPick: (fiche: PickedFiche | null) => void
  /** Why each of these may not be picked, in a few words: they are found, and say it. */
  excluded: ReadonlyMap<string, string>
}) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { comboboxProps } = useDialogDropdownProps()
  const [recherche, setRecherche] = useState('')
  const words = recherche.trim()
  const [asked] = useDebouncedValue(words, DEBOUNCE_MS)
  const { data, previousData, loading, error } = useQuery(searchQuery, {
    variables: { recherche: asked },
    skip: asked === '',
    fetchPolicy: 'cache-and-network',
  })
  const answered = data ?? (asked === '' ? undefined : previousData)
  const found = answered?.searchFiches ?? []

  return (
    <Combobox
      {...comboboxProps}
      store={combobox}
      onOptionSubmit={(id) => {
        const chosen = found.find(({ fiche }) => fiche.id === id)?.fiche
        if (!chosen) return
        onPick({ id: chosen.id, titre: chosen.titre })
        setRecherche(chosen.titre)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <TextInput
          label="Fiche"
          placeholder="Des mots du titre ou des textes"
          value={recherche}
          onChange={({ currentTarget }) => {
            setRecherche(currentTarget.value)
            if (picked) onPick(null)
            if (currentTarget.value.trim() === '') combobox.closeDropdown()
            else combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          // Opened without a list to show, it would tell of one that is not there.
          onFocus={() => words !== '' && !picked && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          description={picked ? 'Fiche choisie.' : undefined}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.options} aria-label="Fiches trouvées">
          {found.map(({ fiche, extrait }) => (
            <Combobox.Option key={fiche.id} value={fiche.id} disabled={excluded.has(fiche.id)}>
              <div className={classes.titre}>{fiche.titre.trim() || UNTITLED}</div>
              <div className={classes.place}>
                {placeText(fiche.placements.edges[0]?.node.plan)} · {fiche.collectivite.nom}
              </div>
              {excluded.has(fiche.id) ? (
                <div className={classes.excluded}>{excluded.get(fiche.id)}</div>
              ) : (
                extrait && <div className={classes.extrait}>… {extrait} …</div>
              )}
            </Combobox.Option>
          ))}
          {found.length === 0 && (
            <Combobox.Empty>
              {emptyText({ loading: loading || asked !== words, failed: error !== undefined })}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function placeText(plan: { nom: string; archivedAt?: string | null } | undefined): string {
  if (!plan) return 'Hors plan'
  return plan.archivedAt ? `${plan.nom} (archivé)` : plan.nom
}

function emptyText({ loading, failed }: { loading: boolean; failed: boolean }): string {
  if (loading) return 'Recherche…'
  return failed
    ? 'La recherche n’a pas abouti. Modifiez les mots pour réessayer.'
    : 'Aucune fiche ne contient tous ces mots.'
}
