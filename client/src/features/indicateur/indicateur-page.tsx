import { Stack } from '@mantine/core'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { currentPeriode, shiftPeriode } from '../../lib/indicateur/periode.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { Courbe } from './courbe/courbe.tsx'
import { IndicateurDefinition } from './definition/indicateur-definition.tsx'
import { DeleteIndicateur } from './delete-indicateur.tsx'
import { IndicateurLinks } from './indicateur-links.tsx'
import { useIndicateur } from './use-indicateur.ts'
import { useValeurs } from './valeurs/use-valeurs.ts'
import { ValeursSection } from './valeurs/valeurs-section.tsx'
import classes from './indicateur-page.module.css'

/** An indicateur: its curve, its values, its definition, and where it is used. */
export function IndicateurPage() {
  const loaded = useIndicateur()
  useRememberCollectivite(loaded.indicateur?.collectivite.siren)

  if (!loaded.indicateur) return <NotFoundPage />
  // Another periodicité is another grid: the rows added to the one are none of the other.
  return <LoadedIndicateur key={loaded.indicateur.periodicite} {...loaded} indicateur={loaded.indicateur} />
}

type Loaded = ReturnType<typeof useIndicateur>

function LoadedIndicateur({ indicateur, stored, reload }: Loaded & { indicateur: NonNullable<Loaded['indicateur']> }) {
  const { id, nom, unite, periodicite, collectivite, viewerCanUpdate } = indicateur
  const now = currentPeriode(periodicite)
  const grid = useValeurs({
    indicateurId: id,
    stored,
    startingWith: viewerCanUpdate && stored.length === 0 ? [shiftPeriode(now, periodicite, -1), now] : [],
    reload,
  })

  return (
    <Page title={nom} wide>
      <PageHeader
        title={nom}
        details={
          <>
            <AnchorLink to="/collectivites/$siren/indicateurs" params={{ siren: collectivite.siren }} c="inherit">
              Indicateurs
            </AnchorLink>
            {` · ${collectivite.nom}`}
          </>
        }
        actions={viewerCanUpdate && <DeleteIndicateur id={id} nom={nom} siren={collectivite.siren} />}
      />
      <div className={classes.columns}>
        <Stack gap="md" className={classes.values}>
          <Courbe points={grid.valeurs} unite={unite} periodicite={periodicite} />
          <ValeursSection grid={grid} unite={unite} periodicite={periodicite} readOnly={!viewerCanUpdate} />
        </Stack>
        <Stack gap="md">
          <IndicateurDefinition indicateur={indicateur} />
          <IndicateurLinks indicateur={indicateur} />
        </Stack>
      </div>
    </Page>
  )
}
