import { CloseButton, Group, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { readFragment } from '../../../gql/fragment-masking.ts'
import type { PlanTree } from '../../../lib/plan/plan-tree-model.ts'
import { todayIn } from '../../../lib/text/lateness.ts'
import { Surface } from '../../../ui/surface.tsx'
import { ficheRow } from '../fiche-rows.tsx'
import type { PlanPlace } from '../use-plan.ts'
import { AxesChart } from './axes-chart.tsx'
import { countByAxe, countByPeriod, countByStatut, type CountedFiche, fichesOf } from './counts.ts'
import classes from './graphiques.module.css'
import { PeriodsChart } from './periods-chart.tsx'
import { StatutsChart } from './statuts-chart.tsx'

/** The fiches of a plan drawn by statut, by axe and by time, from the tree: they follow it, whoever changes it. */
export function Graphiques({
  plan,
  tree,
  complete,
  withLists,
  onClose,
}: {
  plan: { id: string; collectivite: { siren: string; timeZone: string } }
  tree: PlanTree<PlanPlace>
  complete: boolean
  /** Whether the viewer may go to the list of what is counted. */
  withLists: boolean
  onClose: () => void
}) {
  const { siren, timeZone } = plan.collectivite
  const today = todayIn(timeZone)
  const { fiches, axes, periods } = useMemo(() => {
    const all = fichesOf(tree, ficheOf)
    return { fiches: all, axes: countByAxe(tree, ficheOf), periods: countByPeriod(all, today) }
  }, [tree, today])
  const list = withLists ? { siren, planId: plan.id } : null

  return (
    <Surface mb="lg">
      <section className={classes.region} aria-labelledby="graphiques">
        <Group justify="space-between" wrap="nowrap" mb="xs">
          <Title order={2} id="graphiques">
            Graphiques
          </Title>
          <CloseButton aria-label="Fermer les graphiques" onClick={onClose} />
        </Group>
        {!complete && (
          <Text component="output" display="block" size="sm" c="dimmed" mb="xs">
            Chargement de la suite : ces nombres ne sont pas encore entiers.
          </Text>
        )}
        {complete && fiches.length === 0 ? (
          <Text c="dimmed">Les graphiques se dessinent dès la première fiche du plan.</Text>
        ) : (
          <div className={classes.charts}>
            <StatutsChart counts={countByStatut(fiches)} list={list} />
            <AxesChart axes={axes} />
            <PeriodsChart periods={periods} list={list} />
          </div>
        )}
      </section>
    </Surface>
  )
}

function ficheOf({ fiche }: PlanPlace): CountedFiche {
  const { statut, dateFin } = readFragment(ficheRow, fiche)
  return { id: fiche.id, statut, dateFin }
}
