import { ActionIcon, Stack, Text } from '@mantine/core'
import { IconUnlink } from '@tabler/icons-react'
import { useState } from 'react'
import { IndicateurRow } from './indicateur-row.tsx'
import { LinkIndicateur, type IndicateurScope } from './link-indicateur.tsx'
import { showRefusal } from '../show-refusal.ts'
import { PlainList } from '../plain-list.tsx'

type Indicateur = { id: string; nom: string } & Parameters<typeof IndicateurRow>[0]['indicateur']

/** The indicateurs of a fiche or an axe, and the ways to link and unlink them for those who may. */
export function LinkedIndicateurs({
  indicateurs,
  collectivite,
  readOnly,
  onLink,
  onUnlink,
}: {
  indicateurs: readonly Indicateur[]
  collectivite: IndicateurScope
  readOnly: boolean
  /** Each answers why nothing changed; null when it did. */
  onLink: (indicateurId: string) => Promise<string | null>
  onUnlink: (indicateurId: string) => Promise<string | null>
}) {
  const [unlinking, setUnlinking] = useState<string | null>(null)

  async function unlink(id: string) {
    setUnlinking(id)
    const refusal = await onUnlink(id)
    setUnlinking(null)
    if (refusal !== null) showRefusal(refusal)
  }

  return (
    <Stack gap="xs">
      {indicateurs.length === 0 ? (
        <Text size="sm" c="dimmed">
          Aucun indicateur lié.
        </Text>
      ) : (
        <PlainList>
          {indicateurs.map((indicateur) => (
            <IndicateurRow
              key={indicateur.id}
              indicateur={indicateur}
              narrow
              action={
                !readOnly && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    loading={unlinking === indicateur.id}
                    onClick={() => void unlink(indicateur.id)}
                    aria-label={`Délier ${indicateur.nom}`}
                  >
                    <IconUnlink size={16} aria-hidden />
                  </ActionIcon>
                )
              }
            />
          ))}
        </PlainList>
      )}
      {!readOnly && (
        <LinkIndicateur collectivite={collectivite} linkedIds={indicateurs.map(({ id }) => id)} onLink={onLink} />
      )}
    </Stack>
  )
}
