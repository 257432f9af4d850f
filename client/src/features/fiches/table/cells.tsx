import type { ReactNode } from 'react'
import { longDate, localDay } from '../../../lib/text/dates.ts'
import { isLate } from '../../../lib/text/lateness.ts'
import { PARTICIPATION_LABELS, TEMPS_LABELS } from '../../../lib/vocabulary/fiche-choices.ts'
import { PRIORITE_LABELS, STATUT_LABELS, UNTITLED } from '../../../lib/vocabulary/fiche-labels.ts'
import { PrioriteLabel } from '../../../ui/priorite-label.tsx'
import { StatutBadge } from '../../../ui/statut-badge.tsx'
import { isChampName } from '../champ-filters.ts'
import type { Colonne } from '../colonnes.ts'
import { placesText } from '../places-text.ts'
import type { FicheLine } from '../use-fiches.ts'
import { ChoiceEditor, DayEditor } from './cell-editors.tsx'
import { ChampEditor, ChampValue } from './champ-cell.tsx'
import { MembersEditor, PilotesInput, ServicesInput } from './members-editor.tsx'
import type { ShownColonne } from './use-colonnes.ts'
import type { LineChange } from './use-line-edit.ts'
import classes from './table.module.css'

const EDITABLE: ReadonlySet<Colonne> = new Set(['statut', 'priorite', 'debut', 'fin', 'pilotes', 'services'])

/** Whether a column is changed from the table. */
export function isEditable(colonne: Colonne): boolean {
  return EDITABLE.has(colonne) || isChampName(colonne)
}

interface CellProps {
  colonne: ShownColonne
  line: FicheLine
  /** `YYYY-MM-DD`, in the collectivité. */
  today: string
}

/** What a cell says. */
export function CellValue({ colonne, line, today }: CellProps): ReactNode {
  const noms = (named: readonly { nom: string }[]) => named.map(({ nom }) => nom).join(', ')
  if (colonne.champ) return <ChampValue champ={colonne.champ} line={line} />
  switch (colonne.name) {
    case 'statut':
      return <StatutBadge statut={line.statut} />
    case 'priorite':
      return <PrioriteLabel priorite={line.priorite} />
    case 'debut':
      return line.dateDebut ? longDate(line.dateDebut) : null
    case 'fin':
      return <Fin line={line} today={today} />
    case 'pilotes':
      return noms(line.pilotes)
    case 'services':
      return noms(line.services)
    case 'referents':
      return noms(line.referents)
    case 'emplacements':
      return placesText(line)
    case 'thematiques':
      return noms(line.thematiques)
    case 'tags':
      return noms(line.tags)
    case 'structures':
      return noms(line.structures)
    case 'partenaires':
      return noms(line.partenaires)
    case 'temps':
      return line.tempsDeMiseEnOeuvre ? TEMPS_LABELS[line.tempsDeMiseEnOeuvre] : null
    case 'participation':
      return line.participationCitoyenne ? PARTICIPATION_LABELS[line.participationCitoyenne] : null
    case 'creation':
      return longDate(localDay(line.createdAt))
    default:
      return null
  }
}

function Fin({ line, today }: { line: FicheLine; today: string }) {
  if (!line.dateFin) return null
  const late = isLate(line, today)
  return (
    <span className={classes.day} data-late={late || undefined} title={late ? 'En retard' : undefined}>
      {longDate(line.dateFin)}
      {late && <span className={classes.late}> · en retard</span>}
    </span>
  )
}

/** The control by which a cell is changed, in its place. */
export function CellEditor({
  colonne,
  line,
  siren,
  onChange,
  onDone,
}: Omit<CellProps, 'today'> & {
  siren: string
  onChange: (change: LineChange) => void
  onDone: (isLeft?: 'left') => void
}) {
  const label = `${colonne.label}, ${line.titre.trim() || UNTITLED}`
  if (colonne.champ) {
    return <ChampEditor label={label} champ={colonne.champ} line={line} onChange={onChange} onDone={onDone} />
  }
  switch (colonne.name) {
    case 'statut':
      return (
        <ChoiceEditor
          label={label}
          labels={STATUT_LABELS}
          value={line.statut ?? null}
          onKeep={(statut) => onChange({ statut })}
          onDone={onDone}
        />
      )
    case 'priorite':
      return (
        <ChoiceEditor
          label={label}
          labels={PRIORITE_LABELS}
          value={line.priorite ?? null}
          onKeep={(priorite) => onChange({ priorite })}
          onDone={onDone}
        />
      )
    case 'debut':
      return (
        <DayEditor
          label={label}
          value={line.dateDebut ?? null}
          onKeep={(dateDebut) => onChange({ dateDebut })}
          onDone={onDone}
        />
      )
    case 'fin':
      return (
        <DayEditor
          label={label}
          value={line.dateFin ?? null}
          onKeep={(dateFin) => onChange({ dateFin })}
          onDone={onDone}
        />
      )
    case 'pilotes':
      return (
        <MembersEditor label={label} onDone={() => onDone()}>
          <PilotesInput line={line} siren={siren} />
        </MembersEditor>
      )
    case 'services':
      return (
        <MembersEditor label={label} onDone={() => onDone()}>
          <ServicesInput line={line} siren={siren} />
        </MembersEditor>
      )
    default:
      return null
  }
}
