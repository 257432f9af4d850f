import { IconCalendarStats, IconLayoutGrid, IconLayoutKanban, IconTable } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { PlainList } from '../../ui/plain-list.tsx'
import type { FichesSearch, Vue } from './fiches-search.ts'
import classes from '../../ui/view-switch.module.css'

const VIEWS = [
  { vue: 'tableau', label: 'Tableau', Icon: IconTable },
  { vue: 'cartes', label: 'Cartes', Icon: IconLayoutGrid },
  { vue: 'colonnes', label: 'Colonnes', Icon: IconLayoutKanban },
  { vue: 'frise', label: 'Frise', Icon: IconCalendarStats },
] as const satisfies readonly { vue: Vue; label: string; Icon: unknown }[]

/** Goes from one view of the same fiches to another. */
export function ViewSwitch({ siren, search }: { siren: string; search: FichesSearch }) {
  const shown = search.vue ?? 'tableau'
  return (
    <nav aria-label="Vues des fiches">
      <PlainList className={classes.views}>
        {VIEWS.map(({ vue, label, Icon }) => (
          <li key={vue}>
            <Link
              to="/collectivites/$siren/fiches"
              params={{ siren }}
              search={{ ...search, vue: vue === 'tableau' ? undefined : vue }}
              className={classes.view}
              activeOptions={{ exact: true, includeSearch: true }}
              {...(shown === vue && { 'aria-current': 'page' as const })}
            >
              <Icon size={16} stroke={1.6} aria-hidden />
              {label}
            </Link>
          </li>
        ))}
      </PlainList>
    </nav>
  )
}
