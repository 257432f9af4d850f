import { TagsInput, type TagsInputProps } from '@mantine/core'
import { useOptimistic } from 'react'
import { DROPDOWN_PROPS } from './dropdown-props.ts'
import { setChanges, withChanges } from './set-changes.ts'
import { type Answered, useChange } from './use-change.ts'

export interface NamesInputProps {
  values: readonly { id: string; nom: string }[]
  /** Names that the collectivité has, for what is being typed. */
  suggestions: readonly string[]
  onSearch: (text: string) => void
  add: (nom: string) => Promise<Answered | null | undefined>
  remove: (id: string) => Promise<Answered | null | undefined>
}

/** A set of names: found among those of the collectivité, or created by typing one and Entrée. Each is kept at once. */
export function NamesInput({
  values,
  suggestions,
  onSearch,
  add,
  remove,
  ...looks
}: NamesInputProps & Pick<TagsInputProps, 'id' | 'label' | 'size'>) {
  const [shown, show] = useOptimistic(
    values.map(({ nom }) => nom),
    withChanges<string>,
  )
  const { change } = useChange()

  function onChange(next: string[]) {
    const { added, removed } = setChanges(shown, next)
    for (const nom of added) void change({ show: () => show({ added: [nom], removed: [] }), send: () => add(nom) })
    for (const nom of removed) {
      const named = values.find((value) => value.nom === nom)
      if (named) void change({ show: () => show({ added: [], removed: [nom] }), send: () => remove(named.id) })
    }
  }

  return (
    <TagsInput
      {...DROPDOWN_PROPS}
      {...looks}
      value={[...shown]}
      onChange={onChange}
      data={suggestions.filter((nom) => !shown.includes(nom))}
      // The server has searched, accents apart.
      filter={({ options }) => options}
      onSearchChange={onSearch}
      splitChars={[]}
      placeholder={shown.length === 0 ? 'Un nom, puis Entrée' : undefined}
    />
  )
}
