import { Button, Group, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { counted, fr } from '../../lib/text/french.ts'
import { todayIn } from '../../lib/text/lateness.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { FichesBoard } from './board/fiches-board.tsx'
import { FichesCards } from './cards/fiches-cards.tsx'
import { FilterBar } from './filters/filter-bar.tsx'
import { type FichesSearch, hasFilters, type Vue, withoutFilters } from './fiches-search.ts'
import { FichesSkeleton } from './fiches-skeleton.tsx'
import { FichesTable } from './table/fiches-table.tsx'
import { ChooseColonnes } from './table/choose-colonnes.tsx'
import { FichesTimeline } from './timeline/fiches-timeline.tsx'
import { type FicheLine, MAX_SHOWN, useFiches, useFichesCollectivite } from './use-fiches.ts'
import { ViewSwitch } from './view-switch.tsx'
import { VuesMenu } from './vues/vues-menu.tsx'
import classes from './fiches-page.module.css'

const route = getRouteApi('/app/collectivites/$siren/fiches')

/** The fiches of a collectivité, all its plans together: filtered, in one view or another. All of it is in the address. */
export function FichesPage() {
  const collectivite = useFichesCollectivite()
  const { siren } = collectivite
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { list, isFull, isStale, failed, retry } = useFiches()

  const view = search.vue ?? 'tableau'

  useRememberCollectivite(siren)
  const onSearch = useCallback(
    (next: FichesSearch) => void navigate({ search: next, replace: true, resetScroll: false }),
    [navigate],
  )

  return (
    <Page title={`Fiches de ${collectivite.nom}`} wide="whole">
      <PageHeader
        title="Fiches"
        details={
          <span aria-live="polite">
            {collectivite.nom}
            {list && !isStale && ` · ${countText({ count: list.lines.length, complete: list.complete, isFull })}`}
          </span>
        }
        actions={
          <Group gap="sm">
            <VuesMenu collectivite={collectivite} search={search} onSearch={onSearch} />
            {view === 'tableau' && <ChooseColonnes search={search} onSearch={onSearch} />}
            <ViewSwitch siren={siren} search={search} />
          </Group>
        }
      />
      <FilterBar search={search} siren={siren} onChange={onSearch} />
      {failed && (
        <EmptyState title="La liste n’a pas pu être lue" action={<Button onClick={retry}>Réessayer</Button>}>
          {fr`La connexion manque peut-être. Vos filtres sont gardés.`}
        </EmptyState>
      )}
      {!list && !failed && <FichesSkeleton view={view} />}
      {list && list.lines.length > 0 && (
        <div className={classes.list} data-stale={isStale || undefined}>
          <FichesView
            view={view}
            lines={list.lines}
            today={todayIn(list.timeZone)}
            siren={siren}
            search={search}
            onSearch={onSearch}
            onChanged={retry}
          />
        </div>
      )}
      {list && list.lines.length === 0 && !isStale && (
        <NoFiche siren={siren} search={search} onAll={() => onSearch(withoutFilters(search))} />
      )}
      {isFull && list && !list.complete && (
        <Text size="sm" c="dimmed" mt="xs">
          {fr`Les ${MAX_SHOWN.toLocaleString('fr-FR')} premières fiches seulement : un filtre montre les autres.`}
        </Text>
      )}
    </Page>
  )
}

function FichesView({
  view,
  onChanged,
  ...props
}: {
  view: Vue
  lines: readonly FicheLine[]
  today: string
  siren: string
  search: FichesSearch
  onSearch: (search: FichesSearch) => void
  onChanged: () => void
}) {
  switch (view) {
    case 'tableau':
      return <FichesTable {...props} onChanged={onChanged} />
    case 'cartes':
      return <FichesCards lines={props.lines} today={props.today} />
    case 'colonnes':
      return <FichesBoard {...props} />
    case 'frise':
      return <FichesTimeline {...props} />
  }
}

function countText({ count, complete, isFull }: { count: number; complete: boolean; isFull: boolean }): string {
  const words = counted(count, 'fiche', 'fiches')
  if (complete) return words
  return isFull ? `plus de ${words}` : `${words}, la suite arrive…`
}

function NoFiche({ siren, search, onAll }: { siren: string; search: FichesSearch; onAll: () => void }) {
  if (hasFilters(search))
    return (
      <EmptyState title="Aucune fiche ne répond à ces filtres" action={<Button onClick={onAll}>Tout afficher</Button>}>
        Retirez un filtre, ou cherchez d’autres mots.
      </EmptyState>
    )
  return (
    <EmptyState
      title="Aucune fiche pour l’instant"
      action={
        <ButtonLink to="/collectivites/$siren/plans" params={{ siren }}>
          Voir les plans
        </ButtonLink>
      }
    >
      {fr`Les fiches de tous les plans se lisent ici : on les filtre, on les trie, on les change ensemble.`}
    </EmptyState>
  )
}
