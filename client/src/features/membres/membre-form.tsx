import { Alert, Button, Divider, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { MembreFragment, Role } from '../../gql/graphql.ts'
import { fr } from '../../lib/text/french.ts'
import {
  addMembreServiceMutation,
  attachPersonneMutation,
  removeMembreMutation,
  removeMembreServiceMutation,
  updateMembreMutation,
} from './mutations.ts'
import { ROLE_LABELS } from '../../lib/vocabulary/roles.ts'
import type { People } from './people.ts'
import { RoleField } from './role-field.tsx'
import { ServicesField } from './services-field.tsx'
import { useAct } from '../../lib/graphql/use-act.ts'

/** A member's role, services and departure. */
export function MembreForm({ membre, people, onDone }: { membre: MembreFragment; people: People; onDone: () => void }) {
  const [error, setError] = useState<string | null>(null)
  const update = useAct(updateMembreMutation, 'Membres')
  const add = useAct(addMembreServiceMutation, 'Membres')
  const remove = useAct(removeMembreServiceMutation, 'Membres')
  const leave = useAct(removeMembreMutation, 'Membres')
  // Not at once: the arrow keys go through every role on their way to one.
  const [role, setRole] = useState<Role>(membre.role)
  const [leaving, setLeaving] = useState(false)
  const membreId = membre.id

  const changeRole = async () => setError(await update.run({ input: { membreId, role } }))
  const toggleService = async (serviceId: string, checked: boolean) =>
    setError(await (checked ? add : remove).run({ input: { membreId, serviceId } }))
  const takeOut = async () => {
    const refusal = await leave.run({ input: { membreId } })
    setError(refusal)
    if (refusal === null) onDone()
  }

  return (
    <Stack gap="md">
      {error && (
        <Alert color="red" role="alert">
          {error}
        </Alert>
      )}
      <RoleField role={role} onChange={setRole} />
      {role !== membre.role && (
        <Button variant="light" loading={update.pending} onClick={() => void changeRole()}>
          {`Donner le rôle ${ROLE_LABELS[role].toLowerCase()}`}
        </Button>
      )}
      <ServicesField
        services={people.services}
        chosen={membre.services.map(({ id }) => id)}
        onToggle={(id, checked) => void toggleService(id, checked)}
      />
      {people.named.length > 0 && (
        <AttachField membreId={membreId} nom={membre.nom} people={people} onRefused={setError} />
      )}
      <Divider />
      {leaving ? (
        <Stack gap="xs">
          <Text size="sm">
            {fr`Retirer ${membre.nom} de la collectivité ? Les fiches continueront de nommer cette personne.`}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setLeaving(false)} data-autofocus>
              Garder
            </Button>
            <Button color="red" loading={leave.pending} onClick={() => void takeOut()}>
              Retirer
            </Button>
          </Group>
        </Stack>
      ) : (
        <Group justify="space-between">
          <Button variant="subtle" color="red" onClick={() => setLeaving(true)}>
            Retirer de la collectivité
          </Button>
          <Button onClick={onDone}>Terminé</Button>
        </Group>
      )}
    </Stack>
  )
}

interface AttachProps {
  membreId: string
  nom: string
  people: People
  onRefused: (refusal: string | null) => void
}

/** Says that someone named on fiches is this member. */
function AttachField({ membreId, nom, people, onRefused }: AttachProps) {
  const attach = useAct(attachPersonneMutation, 'Membres')
  const [personneId, setPersonneId] = useState('')

  async function submit() {
    const refusal = await attach.run({ input: { membreId, personneId } })
    onRefused(refusal)
    if (refusal === null) setPersonneId('')
  }

  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label={fr`Nommé autrement sur des fiches ?`}
        description={`Ces fiches deviendront celles de ${nom}.`}
        value={personneId}
        onChange={(event) => setPersonneId(event.currentTarget.value)}
        data={[
          { value: '', label: 'Choisir un nom…' },
          ...people.named.map(({ id, nom: label }) => ({ value: id, label })),
        ]}
        flex="1 1 14rem"
      />
      <Button variant="default" disabled={personneId === ''} loading={attach.pending} onClick={() => void submit()}>
        Rattacher
      </Button>
    </Group>
  )
}
