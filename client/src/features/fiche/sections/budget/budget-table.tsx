import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { montantText } from '../../../../lib/text/montant.ts'
import { MontantInput } from '../montant-input.tsx'
import {
  type BudgetGroup,
  type BudgetKey,
  type BudgetLigne,
  findLigne,
  groupLabel,
  NATURE_LABELS,
  NATURES,
  sumOfYears,
  yearsOf,
} from './budget-grid.ts'
import classes from '../sections.module.css'

/** The budget of one type and unit: a row per year and the total, a column for what is planned and one for what was spent. */
export function BudgetTable({
  group,
  lignes,
  readOnly,
  put,
}: {
  group: BudgetGroup
  /** Of this type and unit. */
  lignes: readonly BudgetLigne[]
  readOnly: boolean
  put: (asked: BudgetKey & { montant: string | null }) => void
}) {
  const [added, setAdded] = useState<number[]>([])
  const [thisYear] = useState(() => new Date().getFullYear())
  const known = yearsOf(lignes)
  const years = readOnly
    ? known
    : [...new Set([...known, ...added, ...(known.length + added.length ? [] : [thisYear])])].toSorted((a, b) => a - b)
  const rows: (number | null)[] = [...years, null]
  const last = years.at(-1) ?? thisYear - 1

  return (
    <div>
      <table className={classes.table}>
        <caption>{groupLabel(group)}</caption>
        <thead>
          <tr>
            <th scope="col">Année</th>
            {NATURES.map((nature) => (
              <th key={nature} scope="col">
                {NATURE_LABELS[nature]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((annee) => (
            <tr key={annee ?? 'total'} className={annee === null ? classes.total : undefined}>
              <th scope="row">{annee ?? 'Total'}</th>
              {NATURES.map((nature) => {
                const key = { ...group, nature, annee }
                const montant = findLigne(lignes, key)?.montant ?? null
                const sum = annee === null ? sumOfYears(lignes.filter((ligne) => ligne.nature === nature)) : null
                const summed = sum === null ? undefined : montantText(sum, group.unite)
                if (readOnly)
                  return <td key={nature}>{montant === null ? (summed ?? '—') : montantText(montant, group.unite)}</td>
                return (
                  <td key={nature}>
                    <MontantInput
                      label={`${groupLabel(group)}, ${NATURE_LABELS[nature].toLowerCase()}, ${annee ?? 'total'}`}
                      montant={montant}
                      unite={group.unite}
                      placeholder={summed}
                      onKeep={(kept) => put({ ...key, montant: kept })}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdded([...added, ...(years.length ? [] : [thisYear]), last + 1])}
          aria-label={`Ajouter l’année ${last + 1}, ${groupLabel(group)}`}
        >
          Ajouter l’année {last + 1}
        </Button>
      )}
    </div>
  )
}
