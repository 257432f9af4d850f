import { Button, Group, Select, TextInput } from '@mantine/core'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { journalMembres } from './journal-query.ts'
import { isQuoi, type JournalSearch, QUOI_LABELS } from './journal-search.ts'

const QUOI = Object.entries(QUOI_LABELS).map(([value, label]) => ({ value, label }))

/** Narrows a journal to somebody, to a kind of changes, to days. What is chosen is in the address. */
export function JournalFilters({
  search,
  collectivite,
  onChange,
}: {
  search: JournalSearch
  collectivite: FragmentType<typeof journalMembres>
  onChange: (search: JournalSearch) => void
}) {
  const { membre, quoi, depuis, jusquau } = search
  const { membres } = readFragment(journalMembres, collectivite)
  const isNarrowed = Object.values(search).some((value) => value !== undefined)

  return (
    <Group component="section" aria-label="Filtres du journal" gap="sm" align="flex-end">
      <Select
        label="Par"
        placeholder="Tout le monde"
        data={membres.edges.map(({ node: { id, nom } }) => ({ value: id, label: nom }))}
        value={membre ?? null}
        onChange={(value) => onChange({ ...search, membre: value ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Tout le monde' }}
        nothingFoundMessage="Aucun membre de ce nom"
        flex="1 1 12rem"
      />
      <Select
        label="Quoi"
        placeholder="Tout"
        data={QUOI}
        value={quoi ?? null}
        onChange={(value) => onChange({ ...search, quoi: isQuoi(value) ? value : undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'Tout' }}
        flex="1 1 12rem"
      />
      <TextInput
        type="date"
        flex="1 1 9rem"
        label="Du"
        value={depuis ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ ...search, depuis: value || undefined })}
      />
      <TextInput
        type="date"
        flex="1 1 9rem"
        label="Au"
        value={jusquau ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ ...search, jusquau: value || undefined })}
      />
      {isNarrowed && (
        <Button variant="subtle" onClick={() => onChange({})}>
          Tout afficher
        </Button>
      )}
    </Group>
  )
}
