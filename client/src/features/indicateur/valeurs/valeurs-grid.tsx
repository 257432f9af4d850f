import { useRef } from 'react'
import type { Periodicite } from '../../../gql/graphql.ts'
import { nextPeriode, periodeLabel } from '../../../lib/indicateur/periode.ts'
import { GridCell } from './grid-cell.tsx'
import type { Move } from './grid-keys.ts'
import { placeBlock } from './pasted-block.ts'
import { tellPasted } from './tell-pasted.ts'
import type { Valeurs } from './use-valeurs.ts'
import { type Part, PARTS } from './valeur.ts'
import { ValeursHead } from './valeurs-head.tsx'
import classes from './valeurs-grid.module.css'

/** The values of an indicateur, written in place: arrows and Entrée go from cell to cell, a copied block fills several. */
export function ValeursGrid({
  grid: { valeurs, save, addPeriode },
  unite,
  periodicite,
}: {
  grid: Valeurs
  unite: string
  periodicite: Periodicite
}) {
  const table = useRef<HTMLTableElement>(null)
  const periodes = valeurs.map(({ periode }) => periode)

  function focusCell(row: number, part: Part | undefined): boolean {
    const cell = part && table.current?.querySelectorAll<HTMLInputElement>(`input[data-part="${part}"]`)[row]
    cell?.focus()
    return cell != null
  }

  function move({ rows, columns }: Move, from: { row: number; part: Part; key: string; isEmpty: boolean }): boolean {
    const part = PARTS[PARTS.indexOf(from.part) + columns]
    const row = from.row + rows
    if (row < valeurs.length) return row >= 0 && focusCell(row, part)
    const last = periodes.at(-1)
    // Past the last row, Entrée asks for the period that follows, if the row says something.
    if (from.key !== 'Enter' || from.isEmpty || last === undefined) return false
    addPeriode(nextPeriode(last, periodicite))
    requestAnimationFrame(() => focusCell(row, part))
    return true
  }

  function paste(block: string[][], at: { periode: string; part: Part }) {
    const pasted = placeBlock(block, { periodes, periodicite, ...at })
    save(pasted.changes)
    tellPasted(pasted)
  }

  return (
    <table ref={table} className={classes.table}>
      <ValeursHead unite={unite} />
      <tbody>
        {valeurs.map((valeur, row) => {
          const { periode } = valeur
          return (
            <tr key={periode}>
              <th scope="row">{periodeLabel(periode, periodicite)}</th>
              {PARTS.map((part) => (
                <td key={part}>
                  <GridCell
                    part={part}
                    periode={periodeLabel(periode, periodicite)}
                    value={valeur[part] || null}
                    onChange={(value) => save([{ periode, part, value }])}
                    onMove={(to, cell) => move(to, { row, part, ...cell })}
                    onPasteBlock={(block) => paste(block, { periode, part })}
                  />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
