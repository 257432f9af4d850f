import { Alert, Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type FormEvent } from 'react'
import type { Role } from '../../gql/graphql.ts'
import { counted, fr } from '../../lib/text/french.ts'
import type { Named, People } from './people.ts'
import { readAddresses } from './read-addresses.ts'
import { RoleField } from './role-field.tsx'
import { ServicesField } from './services-field.tsx'
import { useInvite } from './use-invite.ts'

/** Invites one colleague or many, each as somebody that fiches name already if they are. */
export function InviteForm({ people, personne, onDone }: { people: People; personne?: Named; onDone: () => void }) {
  const invite = useInvite()
  const [text, setText] = useState('')
  const [role, setRole] = useState<Role>('CONTRIBUTEUR')
  const [serviceIds, setServiceIds] = useState<readonly string[]>([])
  const [standsFor, setStandsFor] = useState<Readonly<Record<string, string>>>({})
  const [error, setError] = useState<string | null>(null)
  const [refused, setRefused] = useState<readonly { email: string; message: string }[]>([])
  const emails = readAddresses(text)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (emails.length === 0) {
      setError('Donnez une adresse au moins.')
      return
    }
    const invites = emails.map((email) => {
      const id = standsFor[email] ?? (emails.length === 1 ? personne?.id : undefined)
      return { email, personneIds: id ? [id] : [] }
    })
    const invited = await invite.run({
      collectiviteId: people.collectiviteId,
      role,
      serviceIds: [...serviceIds],
      invites,
    })
    setError(invited.error)
    setRefused(invited.refused)
    if (invited.sent > 0) {
      notifications.show({
        message: counted(invited.sent, 'invitation part par courriel.', 'invitations partent par courriel.'),
      })
    }
    if (invited.error !== null) return
    if (invited.refused.length > 0) {
      // What is left to mend stays under the hand.
      setText(invited.refused.map(({ email }) => email).join('\n'))
      return
    }
    onDone()
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        {refused.length > 0 && (
          <Alert color="red" role="alert" title="Ces adresses restent à corriger ou à ôter">
            {refused.map(({ email, message }) => (
              <Text key={email} size="sm">
                {message.includes(email) ? message : fr`${email} : ${message}`}
              </Text>
            ))}
          </Alert>
        )}
        <Textarea
          label="Adresses e-mail"
          description="Une ou plusieurs : vous pouvez coller une liste."
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={8}
          data-autofocus
        />
        <RoleField role={role} onChange={setRole} />
        <ServicesField
          services={people.services}
          chosen={serviceIds}
          onToggle={(id, checked) =>
            setServiceIds((chosen) => (checked ? [...chosen, id] : chosen.filter((other) => other !== id)))
          }
        />
        {people.named.length > 0 &&
          emails.map((email) => (
            <NativeSelect
              key={email}
              label={fr`${email} est déjà sur des fiches ?`}
              description="Les fiches de cette personne deviendront les siennes."
              value={standsFor[email] ?? (emails.length === 1 ? personne?.id : undefined) ?? ''}
              onChange={({ currentTarget: { value } }) => setStandsFor((all) => ({ ...all, [email]: value }))}
              data={[
                { value: '', label: 'Non, ou pas encore' },
                ...people.named.map(({ id, nom }) => ({ value: id, label: nom })),
              ]}
            />
          ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Annuler
          </Button>
          <Button type="submit" loading={invite.pending}>
            {emails.length > 1 ? `Envoyer ${emails.length} invitations` : 'Envoyer l’invitation'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
