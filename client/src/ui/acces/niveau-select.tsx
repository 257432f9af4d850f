import { NativeSelect } from '@mantine/core'
import type { ComponentProps } from 'react'
import type { Ouverture } from '../../gql/graphql.ts'
import { isNiveau, NIVEAU_LABELS, NIVEAUX } from '../../lib/vocabulary/niveaux.ts'

const DATA = NIVEAUX.map((value) => ({ value, label: NIVEAU_LABELS[value] }))

type NiveauSelectProps = Omit<ComponentProps<typeof NativeSelect>, 'data' | 'value' | 'onChange'> & {
  niveau: Ouverture
  onChange: (niveau: Ouverture) => void
}

/** What an access lets one do. */
export function NiveauSelect({ niveau, onChange, ...looks }: NiveauSelectProps) {
  return (
    <NativeSelect
      {...looks}
      data={DATA}
      value={niveau}
      onChange={({ currentTarget: { value } }) => isNiveau(value) && onChange(value)}
    />
  )
}
