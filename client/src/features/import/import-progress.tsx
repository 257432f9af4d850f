import { Progress, Stack, Text } from '@mantine/core'
import { Surface } from '../../ui/surface.tsx'
import type { ImportState, ImportStep } from './import-api.ts'

const STEPS: Record<ImportStep, string> = {
  PLAN: 'Création du plan',
  NOMS: 'Services, personnes et libellés',
  AXES: 'Création des axes',
  FICHES: 'Création des fiches et de leurs textes',
  CHAMPS: 'Champs des fiches',
  LIENS: 'Liens entre les fiches',
}

const ORDER = Object.keys(STEPS)

/** Where the import is; the plan opens at its end. */
export function ImportProgress({ state }: { state: ImportState }) {
  const step = state.kind === 'running' ? state.step : null
  const done = step ? ORDER.indexOf(step) : ORDER.length
  const label = step ? STEPS[step] : 'Ouverture du plan'

  return (
    <Surface p="lg">
      <Stack gap="sm">
        <Text fw={600} aria-live="polite">
          {label}…
        </Text>
        <Progress.Root size="lg">
          <Progress.Section
            value={(100 * (done + 1)) / (ORDER.length + 1)}
            animated
            aria-label="Avancement de l’import"
          />
        </Progress.Root>
        <Text size="sm" c="dimmed">
          Tout est créé d’un coup, ou rien ne l’est.
        </Text>
      </Stack>
    </Surface>
  )
}
