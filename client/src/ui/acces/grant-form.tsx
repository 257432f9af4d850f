import { Alert, Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Ouverture } from '../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import type { Answered } from '../fields/use-change.ts'
import type { Grantee } from './grantee.ts'
import { GranteeSelect } from './grantee-select.tsx'
import { NiveauSelect } from './niveau-select.tsx'
import { ServiceAilleursFields, serviceAilleurs } from './service-ailleurs-fields.tsx'

const NOBODY_AILLEURS = { siren: '', nom: '' }

/** Gives an access, at once. */
export function GrantForm({
  siren,
  niveaux,
  exceptKeys,
  onGrant,
}: {
  siren: string
  /** What each level lets one do there. */
  niveaux: Record<Ouverture, string>
  exceptKeys: readonly string[]
  onGrant: (grantee: Grantee, niveau: Ouverture) => Promise<Answered | null | undefined>
}) {
  const [found, setFound] = useState<Grantee | null>(null)
  /** The service of another collectivité, once one is being named. */
  const [ailleurs, setAilleurs] = useState<typeof NOBODY_AILLEURS | null>(null)
  const [niveau, setNiveau] = useState<Ouverture>('LIRE')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const grantee = ailleurs ? serviceAilleurs(ailleurs) : found

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!grantee) return
    setPending(true)
    const answer = await onGrant(grantee, niveau).catch(() => null)
    setPending(false)
    const done = answer?.__typename?.endsWith('Success') ?? false
    const hint = ailleurs && answer?.__typename === 'NotFoundError' ? ' Vérifiez son nom et le SIREN.' : ''
    setRefusal(done ? null : (answer?.message ?? UNEXPECTED_ERROR) + hint)
    if (!done) return
    setFound(null)
    setAilleurs(null)
  }

  return (
    <form onSubmit={(event) => void submit(event)} aria-label="Donner un accès">
      <Stack gap="sm">
        {ailleurs ? (
          <ServiceAilleursFields {...ailleurs} onChange={setAilleurs} />
        ) : (
          // Another one once given: what was typed goes too.
          <GranteeSelect
            key={exceptKeys.join()}
            siren={siren}
            chosen={found}
            onChoose={setFound}
            exceptKeys={exceptKeys}
          />
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setAilleurs(ailleurs ? null : NOBODY_AILLEURS)}
        >
          {ailleurs ? 'Plutôt une personne, ou un service d’ici' : 'Plutôt un service d’une autre collectivité'}
        </Button>
        <NiveauSelect label="Pour" description={niveaux[niveau]} niveau={niveau} onChange={setNiveau} />
        {refusal && (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" disabled={!grantee} loading={pending}>
            Donner l’accès
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
