import { MultiSelect, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { readDecimal, writeDecimal } from '../../../lib/text/decimal.ts'
import { fr } from '../../../lib/text/french.ts'
import { DROPDOWN_PROPS } from '../../../ui/fields/dropdown-props.ts'
import { champText, type ChampValue, champValueOf, KIND_OF, MAX_TEXTE_CHARACTERS } from '../champ-filters.ts'
import { daysOf, daysText } from '../fiche-filters.ts'
import { DaysInputs, PresenceChoice } from './filter-form.tsx'
import type { PlanChamp } from './use-plan-champs.ts'

/** What is asked of a champ propre: that it is filled in or not, or values of its type. */
export function ChampForm({
  champ,
  text,
  onChange,
}: {
  champ: PlanChamp
  text: string | undefined
  onChange: (text: string | undefined) => void
}) {
  const value = text === undefined ? null : champValueOf(text)
  const kind = KIND_OF[champ.type]
  const set = (next: ChampValue) => onChange(champText(next))
  const span = value?.kind === 'nombre' || value?.kind === 'date' ? value : { from: null, to: null }

  return (
    <Stack gap="sm">
      <PresenceChoice label={champ.nom} value={value?.kind === 'presence' ? value.word : ''} onChange={onChange} />
      {kind === 'texte' && (
        <AskedInput
          label="Ou contient"
          value={value?.kind === 'texte' ? value.words : ''}
          onAsk={(words) => set({ kind, words })}
        />
      )}
      {kind === 'nombre' && (
        <>
          <NumberInput label="Ou au moins" value={span.from} onAsk={(from) => set({ ...span, from, kind })} />
          <NumberInput label="Ou au plus" value={span.to} onAsk={(to) => set({ ...span, to, kind })} />
        </>
      )}
      {kind === 'date' && (
        <DaysInputs
          label={champ.nom}
          value={daysText(span)}
          onChange={(days) => set({ kind, ...daysOf(days ?? '') })}
        />
      )}
      {kind === 'choix' && (
        <MultiSelect
          {...DROPDOWN_PROPS}
          size="xs"
          data-autofocus
          label={fr`Ou l’une de ces réponses`}
          data={champ.choix.map(({ id, nom }) => ({ value: id, label: nom }))}
          value={value?.kind === 'choix' ? [...value.ids] : []}
          onChange={(ids) => set({ kind, ids })}
          searchable
          hidePickedOptions
          nothingFoundMessage="Rien de ce nom."
        />
      )}
    </Stack>
  )
}

/** Asked by Entrée, or when one leaves the field. */
function AskedInput({
  label,
  value,
  error,
  inputMode,
  onAsk,
}: {
  label: string
  value: string
  error?: string | null
  inputMode?: 'decimal'
  onAsk: (typed: string) => void
}) {
  const [typed, setTyped] = useState(value)
  const ask = () => typed !== value && onAsk(typed)
  return (
    <TextInput
      size="xs"
      label={label}
      maxLength={MAX_TEXTE_CHARACTERS}
      inputMode={inputMode ?? 'text'}
      error={error}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onKeyDown={({ key }) => key === 'Enter' && ask()}
      onBlur={ask}
    />
  )
}

function NumberInput({
  label,
  value,
  onAsk,
}: {
  label: string
  value: string | null
  onAsk: (decimal: string | null) => void
}) {
  const [isWrong, setWrong] = useState(false)
  return (
    <AskedInput
      label={label}
      inputMode="decimal"
      value={value === null ? '' : writeDecimal(value)}
      error={isWrong ? 'Écrivez un nombre, par exemple 12,5.' : null}
      onAsk={(typed) => {
        const decimal = readDecimal(typed)
        setWrong(decimal === undefined)
        if (decimal !== undefined) onAsk(decimal)
      }}
    />
  )
}
