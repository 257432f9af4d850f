import { MultiSelect, Popover } from '@mantine/core'
import { useOptimistic, type ReactNode } from 'react'
import { useFichePilotes } from '../../../ui/fiche-changes/use-fiche-personnes.ts'
import { useFicheServices } from '../../../ui/fiche-changes/use-fiche-services.ts'
import { DROPDOWN_PROPS } from '../../../ui/fields/dropdown-props.ts'
import { NamesInput } from '../../../ui/fields/names-input.tsx'
import { setChanges, withChanges } from '../../../ui/fields/set-changes.ts'
import { useChange } from '../../../ui/fields/use-change.ts'
import { useServices } from '../../../ui/fields/use-services.ts'
import { useSuggestedPersonnes } from '../../../ui/fields/use-suggested-personnes.ts'
import type { FicheLine } from '../use-fiches.ts'

/** A list of names over its cell: each is added and taken away at once. */
export function MembersEditor({ onDone, label, children }: { onDone: () => void; label: string; children: ReactNode }) {
  return (
    <Popover
      opened
      onChange={(opened) => !opened && onDone()}
      trapFocus
      width={280}
      position="bottom-start"
      withinPortal={false}
      floatingStrategy="fixed"
      shadow="md"
    >
      <Popover.Target>
        <span />
      </Popover.Target>
      <Popover.Dropdown aria-label={label} onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}

export function PilotesInput({ line, siren }: { line: FicheLine; siren: string }) {
  const { suggested } = useSuggestedPersonnes(siren)
  return <NamesInput size="xs" label="Pilotes" values={line.pilotes} {...suggested} {...useFichePilotes(line.id)} />
}

export function ServicesInput({ line: { id, services }, siren }: { line: FicheLine; siren: string }) {
  const all = useServices(siren)
  const { add, remove } = useFicheServices(id)
  const { change } = useChange()
  const [shown, show] = useOptimistic(
    services.map((service) => service.id),
    withChanges<string>,
  )
  const known = new Map([...all, ...services].map((service) => [service.id, service.nom]))

  function onChange(next: string[]) {
    const { added, removed } = setChanges(shown, next)
    for (const value of added)
      void change({ show: () => show({ added: [value], removed: [] }), send: () => add(value) })
    for (const value of removed)
      void change({ show: () => show({ added: [], removed: [value] }), send: () => remove(value) })
  }

  return (
    <MultiSelect
      {...DROPDOWN_PROPS}
      size="xs"
      label="Services pilotes"
      data={[...known].map(([value, label]) => ({ value, label }))}
      value={[...shown]}
      onChange={onChange}
      searchable
      hidePickedOptions
      nothingFoundMessage="Rien de ce nom."
      placeholder={shown.length === 0 ? 'Ajouter' : undefined}
    />
  )
}
