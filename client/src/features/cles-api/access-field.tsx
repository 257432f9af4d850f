import { Checkbox, Radio, Stack } from '@mantine/core'
import type { ApiScope } from '../../gql/graphql.ts'
import { fr } from '../../lib/text/french.ts'
import { KEY_READINGS, type KeyReading } from '../../lib/vocabulary/api-scopes.ts'

/** What a key is let do: how far it reads, and whether it changes anything. */
export interface KeyAccess {
  reads: KeyReading
  writes: boolean
}

/** As the API takes it. What is public to everybody is no agent's to change. */
export function scopesOf({ reads, writes }: KeyAccess): ApiScope[] {
  return writes && reads !== 'PUBLIC' ? [reads, 'ECRIRE'] : [reads]
}

/** Chooses what a key is let do, each choice with a sentence of what it means. */
export function AccessField({ access, onChange }: { access: KeyAccess; onChange: (access: KeyAccess) => void }) {
  const { reads, writes } = access
  return (
    <Stack gap="md">
      <Radio.Group
        label="Ce que la clé lit"
        value={reads}
        onChange={(chosen) => {
          const reading = KEY_READINGS.find(({ value }) => value === chosen)
          if (reading) onChange({ reads: reading.value, writes })
        }}
      >
        <Stack gap="xs" mt="xs">
          {KEY_READINGS.map(({ value, label, help }) => (
            <Radio key={value} value={value} label={label} description={help} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        label="Elle modifie aussi"
        description={
          reads === 'PUBLIC'
            ? 'Demande qu’elle lise la collectivité.'
            : fr`Comme un éditeur : les fiches, leurs textes, les valeurs des indicateurs. Rien de ce qui est restreint. Le journal nomme la clé.`
        }
        checked={writes && reads !== 'PUBLIC'}
        disabled={reads === 'PUBLIC'}
        onChange={({ currentTarget }) => onChange({ reads, writes: currentTarget.checked })}
      />
    </Stack>
  )
}
