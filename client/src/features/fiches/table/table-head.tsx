import { champsText, largeursText, TITRE } from '../colonnes.ts'
import { type FichesSearch, triOf, type TriField } from '../fiches-search.ts'
import { HeadCell } from './head-cell.tsx'
import type { ShownColonne } from './use-colonnes.ts'
import type { Selection } from './use-selection.ts'
import classes from './table.module.css'

/** The head of the table: what each column is, what the list is sorted by, how wide and where each column is. */
export function TableHead({
  colonnes,
  widths,
  largeurs,
  search,
  onSearch,
  onResize,
  select,
}: {
  colonnes: readonly ShownColonne[]
  widths: ReadonlyMap<string, number>
  largeurs: ReadonlyMap<string, number>
  search: FichesSearch
  onSearch: (search: FichesSearch) => void
  /** As wide as it is being dragged to; null once it is let go. */
  onResize: (resized: { name: string; width: number } | null) => void
  select: Selection | null
}) {
  const sorted = triOf(search)

  function sortBy(field: TriField) {
    const isDescending = sorted.field === field && !sorted.isDescending
    onSearch({ ...search, tri: isDescending ? `-${field}` : field === 'titre' ? undefined : field })
  }

  function moveBefore(name: string, before: string | null) {
    const names = colonnes.map((each) => each.name)
    const moved = names.find((each) => each === name)
    if (!moved || name === before) return
    const others = names.filter((each) => each !== moved)
    const at = before === null ? others.length : others.findIndex((each) => each === before)
    if (at < 0) return
    onSearch({ ...search, champs: champsText([...others.slice(0, at), moved, ...others.slice(at)]) })
  }

  const shared = (name: string) => ({
    name,
    width: widths.get(name) ?? 0,
    onResize,
    onResized: (width: number) =>
      onSearch({ ...search, largeurs: largeursText(new Map([...largeurs, [name, Math.round(width)]])) }),
  })
  const sort = (field: TriField | undefined) => {
    if (field === undefined) return undefined
    const direction = sorted.field !== field ? null : sorted.isDescending ? 'descending' : 'ascending'
    return { direction, onSort: () => sortBy(field) } as const
  }

  return (
    <thead>
      <tr aria-rowindex={1}>
        {select && (
          <th className={classes.select} scope="col">
            <input
              type="checkbox"
              checked={select.isWhole}
              aria-label="Tout sélectionner"
              onChange={() => (select.isWhole ? select.none() : select.all())}
            />
          </th>
        )}
        <HeadCell
          {...shared(TITRE)}
          label="Titre"
          className={classes.titre}
          isAfterSelect={select !== null}
          sort={sort('titre')}
        />
        {colonnes.map((colonne) => (
          <HeadCell
            key={colonne.name}
            {...shared(colonne.name)}
            label={colonne.label}
            sort={sort(colonne.tri)}
            onMoveBefore={moveBefore}
          />
        ))}
      </tr>
    </thead>
  )
}
