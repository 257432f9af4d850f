import { Button, Group } from '@mantine/core'
import { IconChartBar, IconHistory, IconTable } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { useIsMember } from '../../app/viewer.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import { counted } from '../../lib/text/french.ts'
import { planTypeLabel } from '../../lib/vocabulary/plan-types.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { PrintedFrom } from '../../ui/printing/printed-from.tsx'
import { PlanAccess } from './access/plan-access.tsx'
import { PublicBadge } from './access/public-badge.tsx'
import { ArchiveBanner } from './archive/archive-banner.tsx'
import { CreateFiche } from './create-fiche.tsx'
import { EditablePlan } from './editable-plan.tsx'
import { EmptyPlan } from './empty-plan.tsx'
import { GraphiquesOnDemand } from './graphiques/graphiques-on-demand.tsx'
import { useGraphiques } from './graphiques/use-graphiques.ts'
import { axePaths } from '../../lib/plan/plan-tree-model.ts'
import { PlanPeopleLine } from './people/plan-people-line.tsx'
import { planSettings } from './settings/plan-settings-fragment.ts'
import { PlanSettings } from './settings/plan-settings.tsx'
import { LivePlan } from './textes/live-plan.tsx'
import { usePlan } from './use-plan.ts'

const route = getRouteApi('/app/plans/$planUuid')

/** A plan: its axes and its fiches. */
export function PlanPage() {
  const loaded = usePlan()
  const isMember = useIsMember(loaded?.plan.collectivite.siren)
  const graphiques = useGraphiques(route.useParams().planUuid)
  const graphiquesButton = useRef<HTMLButtonElement>(null)
  useRememberCollectivite(loaded?.plan.collectivite.siren)

  if (!loaded) return <NotFoundPage />
  const { plan, tree, complete } = loaded
  const settings = readFragment(planSettings, plan)
  const empty = complete && tree.axes.length === 0 && tree.places.length === 0
  const create = plan.viewerCanCreateFiche && <CreateFiche planId={plan.id} axes={axePaths(tree)} />
  return (
    <Page title={plan.nom} wide>
      <PrintedFrom collectivite={plan.collectivite} />
      <PageHeader
        title={plan.nom}
        details={
          <>
            <Group gap="0.25rem 0.625rem">
              {planTypeLabel(plan)} · {counted(plan.fichesCount, 'fiche', 'fiches')}
              {plan.visibilite === 'PUBLIC' && <PublicBadge />}
            </Group>
            <PlanPeopleLine plan={plan} />
            {!isMember && <div>Partagé par {plan.collectivite.nom}</div>}
          </>
        }
        actions={
          <Group gap="xs">
            <Button
              ref={graphiquesButton}
              variant="subtle"
              leftSection={<IconChartBar size={16} aria-hidden />}
              aria-expanded={graphiques.opened}
              onClick={graphiques.toggle}
            >
              Graphiques
            </Button>
            {isMember && (
              <ButtonLink
                to="/collectivites/$siren/fiches"
                params={{ siren: plan.collectivite.siren }}
                search={{ plan: plan.id }}
                variant="subtle"
                leftSection={<IconTable size={16} aria-hidden />}
              >
                Autres vues
              </ButtonLink>
            )}
            {isMember && (
              <ButtonLink
                to="/plans/$planUuid/journal"
                params={{ planUuid: plan.uuid }}
                variant="subtle"
                leftSection={<IconHistory size={16} aria-hidden />}
              >
                Journal
              </ButtonLink>
            )}
            <PlanAccess plan={plan} />
            {create}
            <PlanSettings plan={plan} />
          </Group>
        }
      />
      <ArchiveBanner plan={plan} />
      {graphiques.opened && (
        <GraphiquesOnDemand
          plan={plan}
          tree={tree}
          complete={complete}
          withLists={isMember}
          onClose={() => {
            graphiques.toggle()
            graphiquesButton.current?.focus()
          }}
        />
      )}
      <LivePlan planUuid={plan.uuid} published={plan.description}>
        <EditablePlan
          key={plan.id}
          plan={{ ...plan, niveaux: settings.niveaux, canEdit: settings.viewerCanUpdate }}
          tree={tree}
          complete={complete}
          empty={empty && !settings.viewerCanUpdate && <EmptyPlan action={create} />}
        />
      </LivePlan>
    </Page>
  )
}
