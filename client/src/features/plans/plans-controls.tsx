import { Group, NativeSelect } from '@mantine/core'
import { IconLayoutGrid, IconTable } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from '../../ui/view-switch.module.css'
import { type PlansSearch, readPlansSearch } from './plans-search.ts'

const route = getRouteApi('/app/collectivites/$siren/plans')

const TRIS = [
  { value: '', label: 'Nom' },
  { value: 'avancement', label: 'Avancement, les plus avancés d’abord' },
  { value: 'retard', label: 'Retard, les plus en retard d’abord' },
]

const VIEWS = [
  { vue: undefined, label: 'Cartes', Icon: IconLayoutGrid },
  { vue: 'tableau', label: 'Tableau', Icon: IconTable },
] as const

/** How the plans are shown, and in what order. */
export function PlansControls({ siren, search }: { siren: string; search: PlansSearch }) {
  const navigate = route.useNavigate()

  return (
    <Group justify="space-between" align="flex-end" gap="sm" mb="md">
      <NativeSelect
        label="Trier par"
        data={TRIS}
        value={search.tri ?? ''}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ search: readPlansSearch({ ...search, tri: value }), replace: true, resetScroll: false })
        }
      />
      <nav aria-label="Vues des plans">
        <PlainList className={classes.views}>
          {VIEWS.map(({ vue, label, Icon }) => (
            <li key={label}>
              <Link
                to="/collectivites/$siren/plans"
                params={{ siren }}
                search={{ ...search, vue }}
                resetScroll={false}
                className={classes.view}
                activeOptions={{ exact: true, includeSearch: true }}
                {...(search.vue === vue && { 'aria-current': 'page' as const })}
              >
                <Icon size={16} stroke={1.6} aria-hidden />
                {label}
              </Link>
            </li>
          ))}
        </PlainList>
      </nav>
    </Group>
  )
}
