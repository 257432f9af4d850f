import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { InvitationFragment } from '../../gql/graphql.ts'
import { ROLE_LABELS } from '../../lib/vocabulary/roles.ts'
import { showRefusal } from '../../ui/show-refusal.ts'
import { Surface } from '../../ui/surface.tsx'
import { resendInvitationMutation, revokeInvitationMutation } from './mutations.ts'
import type { People } from './people.ts'
import { sendingState } from './sending-state.ts'
import { useAct } from '../../lib/graphql/use-act.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from '../../ui/line-rows.module.css'

/** Those who have not answered yet. */
export function Invitations({ people }: { people: People }) {
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>Invitations en attente</Title>
      <Surface>
        <PlainList>
          {people.invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </PlainList>
      </Surface>
    </Stack>
  )
}

function InvitationRow({ invitation }: { invitation: InvitationFragment }) {
  const { id: invitationId, email, role, personnes, services } = invitation
  const resend = useAct(resendInvitationMutation, 'Membres')
  const revoke = useAct(revokeInvitationMutation, 'Membres')
  const details = [
    ROLE_LABELS[role],
    services.map(({ nom }) => nom).join(', '),
    personnes.length > 0 && `pour ${personnes.map(({ nom }) => `« ${nom} »`).join(', ')}`,
  ].filter(Boolean)

  async function act({ run }: typeof resend | typeof revoke, done: string) {
    const refusal = await run({ input: { invitationId } })
    if (refusal === null) notifications.show({ message: done })
    else showRefusal(refusal)
  }

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text fw={600}>{email}</Text>
        <Text size="sm" c="dimmed">
          {details.join(' · ')}
        </Text>
        <Text size="sm" c={invitation.refused ? 'red' : 'dimmed'}>
          {sendingState(invitation)}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-sm"
          loading={resend.pending}
          aria-label={`Renvoyer l’invitation de ${email}`}
          onClick={() => void act(resend, `L’invitation de ${email} est renvoyée.`)}
        >
          Renvoyer
        </Button>
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          loading={revoke.pending}
          aria-label={`Annuler l’invitation de ${email}`}
          onClick={() => void act(revoke, `L’invitation de ${email} est annulée.`)}
        >
          Annuler
        </Button>
      </Group>
    </li>
  )
}
