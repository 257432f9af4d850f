import { Stack } from '@mantine/core'
import type { VisitorPlanQuery } from '../../../gql/graphql.ts'
import { counted } from '../../../lib/text/french.ts'
import { STATUT_LABELS } from '../../../lib/vocabulary/fiche-labels.ts'
import { BarTable } from '../../../ui/bar-table.tsx'
import { Surface } from '../../../ui/surface.tsx'
import { VisitorPlanIndicateurs } from './visitor-plan-indicateurs.tsx'

/** Where a public plan is, and what it is measured by. */
export function VisitorPlanFacts({ plan }: { plan: NonNullable<VisitorPlanQuery['plan']> }) {
  const { uuid, avancement } = plan

  return (
    <Stack component="aside" aria-label="En chiffres" gap="md">
      {avancement.statuts.length > 0 && (
        <Surface p="md">
          <BarTable
            caption="Fiches par statut"
            heading="Statut"
            unit="Fiches"
            bars={avancement.statuts.map(({ statut, fichesCount }) => ({
              key: statut ?? '',
              label: statut ? STATUT_LABELS[statut] : 'Sans statut',
              count: fichesCount,
            }))}
          >
            {avancement.enRetardCount > 0 && `Dont ${counted(avancement.enRetardCount, 'fiche', 'fiches')} en retard.`}
          </BarTable>
        </Surface>
      )}
      <VisitorPlanIndicateurs uuid={uuid} />
    </Stack>
  )
}
