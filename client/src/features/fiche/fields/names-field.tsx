import { TagsInput } from '@mantine/core'
import { useId, useOptimistic } from 'react'
import { type Answered, useChange } from '../sections/use-change.ts'
import { DROPDOWN_PROPS } from './dropdown-props.ts'
import { Field } from './field.tsx'
import { setChanges, withChanges } from './set-changes.ts'

interface Named {
  id: string
  nom: string
}

/** A field of several names: found among those of the collectivité, or created by typing one and Entrée. */
export function NamesField({
  name,
  label,
  values,
  suggestions,
  onSearch,
  add,
  remove,
}: {
  name: string
  label: string
  values: readonly Named[]
  /** Names that the collectivité has, for what is being typed. */
  suggestions: readonly string[]
  onSearch: (text: string) => void
  add: (nom: string) => Promise<Answered | null | undefined>
  remove: (id: string) => Promise<Answered | null | undefined>
}) {
  const id = useId()
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
    <Field name={name} label={label} htmlFor={id}>
      <TagsInput
        {...DROPDOWN_PROPS}
        id={id}
        size="xs"
        value={[...shown]}
        onChange={onChange}
        data={suggestions.filter((nom) => !shown.includes(nom))}
        // The server has searched, accents apart.
        filter={({ options }) => options}
        onSearchChange={onSearch}
        splitChars={[]}
        placeholder={shown.length === 0 ? 'Un nom, puis Entrée' : undefined}
      />
    </Field>
  )
}
