import { Alert, NativeSelect, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { fr } from '../../lib/text/french.ts'
import { roleLabel } from '../../lib/vocabulary/roles.ts'
import { type Demonstration, type DemonstrationAccount, loadDemonstration } from './demonstration.ts'

/** While the demonstration is on: that it is one, and its accounts to choose from. Nothing otherwise. */
export function DemonstrationNotice({
  onChoose,
}: {
  onChoose: (account: { email: string; password: string }) => void
}) {
  const demonstration = useDemonstration()

  if (!demonstration) return null
  const { password, accounts } = demonstration
  return (
    <Alert color="encre" title="Démonstration" role="note">
      <Stack gap="sm">
        <Text size="sm">
          {fr`Les personnes et les plans sont inventés. Le mot de passe de tous les comptes est « ${password} ».`}
        </Text>
        <NativeSelect
          label="Compte à essayer"
          data={[{ value: '', label: 'Choisir…' }, ...groupsOf(accounts)]}
          onChange={({ currentTarget: { value } }) => onChoose({ email: value, password: value && password })}
        />
      </Stack>
    </Alert>
  )
}

function useDemonstration(): Demonstration | null {
  const [demonstration, setDemonstration] = useState<Demonstration | null>(null)
  useEffect(() => {
    let isShown = true
    void loadDemonstration().then((loaded) => isShown && setDemonstration(loaded))
    return () => {
      isShown = false
    }
  }, [])
  return demonstration
}

function groupsOf(accounts: readonly DemonstrationAccount[]) {
  const byCollectivite = Map.groupBy(accounts, ({ collectivite }) => collectivite)
  return [...byCollectivite].map(([group, members]) => ({
    group,
    items: members.map(({ email, nom, role }) => ({ value: email, label: fr`${roleLabel(role)} : ${nom}` })),
  }))
}
