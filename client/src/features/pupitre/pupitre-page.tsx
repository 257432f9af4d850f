import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { todayIn } from '../../lib/text/lateness.ts'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { MesPlans } from './mes-plans.tsx'
import { Nouvelles } from './nouvelles.tsx'
import { PremiersPas } from './premiers-pas.tsx'
import { UrgentFiches } from './urgent-fiches.tsx'
import { usePupitre } from './use-pupitre.ts'
import classes from './pupitre.module.css'

/** The first page of a collectivité: what one has to do there, what others did meanwhile, the plans that one holds. */
export function PupitrePage() {
  const { collectivite, pupitre, personnelles, services, plans } = usePupitre()

  useRememberCollectivite(collectivite?.siren)

  if (!collectivite || !pupitre) return <NotFoundPage />
  const { id, siren, nom, timeZone } = collectivite
  return (
    <Page title="Mon pupitre" wide>
      <PageHeader title="Mon pupitre" details={nom} />
      <PremiersPas collectiviteId={id} siren={siren} pas={pupitre.premiersPas} />
      <div className={classes.columns}>
        <UrgentFiches
          siren={siren}
          fiches={[...personnelles.edges, ...services.edges].map(({ node }) => node)}
          whole={!personnelles.pageInfo.hasNextPage && !services.pageInfo.hasNextPage}
          today={todayIn(timeZone)}
        />
        <div className={classes.side}>
          <Nouvelles siren={siren} depuis={pupitre.derniereVisite ?? null} />
          <MesPlans plans={plans.edges.map(({ node }) => node)} />
        </div>
      </div>
    </Page>
  )
}
