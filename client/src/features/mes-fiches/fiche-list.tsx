import { Stack, Text, Title } from '@mantine/core'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import type { MaFicheFragment } from '../../gql/graphql.ts'
import { counted } from '../../lib/text/french.ts'
import { isLate } from '../../lib/text/lateness.ts'
import { MaFicheRow } from '../../ui/ma-fiche/ma-fiche-row.tsx'
import { maFiche } from '../../ui/ma-fiche/ma-fiche.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import { Surface } from '../../ui/surface.tsx'

interface FicheListProps {
  title: string
  fiches: readonly ({ id: string } & FragmentType<typeof maFiche>)[]
  /** `YYYY-MM-DD`, in the collectivité. */
  today: string
  whole: boolean
}

/** Fiches by urgency: late, then by échéance, then without one; what is done comes last. */
export function FicheList({ title, fiches, today, whole }: FicheListProps) {
  const rows = fiches.map((fiche) => readFragment(maFiche, fiche))
  const open = rows.filter((fiche) => !isOver(fiche))
  const sorted = [...open, ...rows.filter(isOver)]
  const late = open.filter((fiche) => isLate(fiche, today)).length

  return (
    <Stack component="section" gap="xs">
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed">
        {counted(rows.length, 'fiche', 'fiches')}
        {late > 0 && `, dont ${late} en retard`}
      </Text>
      <Surface>
        <PlainList>
          {sorted.map((fiche) => (
            <MaFicheRow key={fiche.uuid} fiche={fiche} late={isLate(fiche, today)} />
          ))}
        </PlainList>
      </Surface>
      {!whole && (
        <Text size="sm" c="dimmed">
          Les 100 premières seulement.
        </Text>
      )}
    </Stack>
  )
}

function isOver({ statut }: { statut?: MaFicheFragment['statut'] }): boolean {
  return statut === 'REALISE' || statut === 'ABANDONNE'
}
