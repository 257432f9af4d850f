import { Stack } from '@mantine/core'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { fr } from '../../lib/text/french.ts'
import { todayIn } from '../../lib/text/lateness.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { FicheList } from './fiche-list.tsx'
import { useMesFiches } from './use-mes-fiches.ts'

/** What one has to do in a collectivité, across its plans. */
export function MesFichesPage() {
  const { collectivite, personnelles, services } = useMesFiches()

  useRememberCollectivite(collectivite?.siren)

  if (!collectivite) return <NotFoundPage />
  const today = todayIn(collectivite.timeZone)
  const lists = [
    { title: 'Dont je suis pilote ou référent', ...personnelles },
    { title: 'De mes services', ...services },
  ].filter(({ edges }) => edges.length > 0)
  return (
    <Page title="Mes fiches" wide>
      <PageHeader title="Mes fiches" details={collectivite.nom} />
      {lists.length === 0 && <NoFiche siren={collectivite.siren} />}
      <Stack gap="xl">
        {lists.map(({ title, edges, pageInfo }) => (
          <FicheList
            key={title}
            title={title}
            fiches={edges.map(({ node }) => node)}
            today={today}
            whole={!pageInfo.hasNextPage}
          />
        ))}
      </Stack>
    </Page>
  )
}

function NoFiche({ siren }: { siren: string }) {
  return (
    <EmptyState
      title="Aucune fiche pour l’instant"
      action={
        <ButtonLink to="/collectivites/$siren/plans" params={{ siren }}>
          Voir les plans
        </ButtonLink>
      }
    >
      {fr`Vous trouverez ici les fiches dont vous êtes pilote ou référent, et celles de vos services : les plus urgentes d’abord.`}
    </EmptyState>
  )
}
