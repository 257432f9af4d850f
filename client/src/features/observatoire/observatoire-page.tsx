import { useReadQuery } from '@apollo/client/react'
import { Group, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { counted } from '../../lib/text/french.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { CsvButton } from './csv-button.tsx'
import { ObservatoireCharts } from './observatoire-charts.tsx'
import { ObservatoireFilters } from './observatoire-filters.tsx'
import { type ObservatoireSearch, observatoireVariables } from './observatoire-search.ts'
import { PublicPlans } from './public-plans.tsx'
import { QueryDialog } from './query-dialog.tsx'
import classes from './observatoire-page.module.css'

const route = getRouteApi('/visiteur/observatoire')

/** The public plans of all collectivités, as the API tells whoever asks: a list, and what their fiches come to. */
export function ObservatoirePage() {
  const { choices, shown } = route.useLoaderData()
  const { data } = useReadQuery(shown)
  const { data: choosable } = useReadQuery(choices)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { plansPublics, agregatsPublics } = data
  const narrow = (asked: ObservatoireSearch) => void navigate({ search: asked, replace: true, resetScroll: false })

  return (
    <Page title="Observatoire des plans publics" wide>
      <PageHeader
        title="Observatoire des plans publics"
        details="Les plans d’action que les collectivités ont choisi de publier, et leurs fiches action. Les mêmes données sont ouvertes par l’API."
      />
      <Stack gap="lg">
        <ObservatoireFilters search={search} choices={choosable} onChange={narrow} />
        <Group justify="space-between" gap="sm">
          <Text component="output" fw={600}>
            {counted(agregatsPublics.fichesCount, 'fiche action', 'fiches action')},{' '}
            {counted(agregatsPublics.indicateursCount, 'indicateur', 'indicateurs')}
          </Text>
          <Group gap="xs">
            <QueryDialog variables={observatoireVariables(search)} />
            <CsvButton search={search} />
          </Group>
        </Group>
        <div className={classes.columns}>
          <PublicPlans plans={plansPublics} search={search} onChange={narrow} />
          <ObservatoireCharts counts={agregatsPublics} search={search} />
        </div>
      </Stack>
    </Page>
  )
}
