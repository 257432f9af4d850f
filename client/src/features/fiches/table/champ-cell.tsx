import { longDate } from '../../../lib/text/dates.ts'
import type { PlanChamp } from '../filters/use-plan-champs.ts'
import type { FicheLine } from '../use-fiches.ts'
import { ChoiceEditor, DayEditor, TextEditor } from './cell-editors.tsx'
import type { LineChange } from './use-line-edit.ts'

const saidOf = ({ champs }: FicheLine, { id }: PlanChamp) => champs.find(({ champId }) => champId === id)

/** What a fiche says in a champ propre of the plan. */
export function ChampValue({ champ, line }: { champ: PlanChamp; line: FicheLine }) {
  const said = saidOf(line, champ)
  return (
    said?.texte ?? said?.nombre?.replace('.', ',') ?? (said?.date ? longDate(said.date) : (said?.choix?.nom ?? null))
  )
}

/** The control by which it is changed, in its cell. */
export function ChampEditor({
  label,
  champ,
  line,
  onChange,
  onDone,
}: {
  label: string
  champ: PlanChamp
  line: FicheLine
  onChange: (change: LineChange) => void
  onDone: (isLeft?: 'left') => void
}) {
  const said = saidOf(line, champ)
  if (!said) return null
  const keep = (value: Partial<typeof said>) => onChange({ champ: { ...said, ...value } })
  const shared = { label, onDone }

  switch (champ.type) {
    case 'TEXTE':
      return <TextEditor {...shared} inputMode="text" value={said.texte ?? null} onKeep={(texte) => keep({ texte })} />
    case 'NOMBRE':
      return (
        <TextEditor
          {...shared}
          inputMode="decimal"
          value={said.nombre?.replace('.', ',') ?? null}
          onKeep={(nombre) => keep({ nombre: nombre?.replaceAll(/\s/g, '').replace(',', '.') ?? null })}
        />
      )
    case 'DATE':
      return <DayEditor {...shared} value={said.date ?? null} onKeep={(date) => keep({ date })} />
    case 'CHOIX':
      return (
        <ChoiceEditor
          {...shared}
          labels={Object.fromEntries(champ.choix.map(({ id, nom }) => [id, nom]))}
          value={said.choix?.id ?? null}
          onKeep={(chosen) => keep({ choix: champ.choix.find(({ id }) => id === chosen) ?? null })}
        />
      )
  }
}
