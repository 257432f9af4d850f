import { Alert, Button, Checkbox, Group, ScrollArea, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { fr } from '../../../lib/text/french.ts'
import { withoutAccents } from '../../../lib/text/without-accents.ts'
import { addMembreServiceMutation, removeMembreServiceMutation } from '../mutations.ts'
import { useAct } from '../../../lib/graphql/use-act.ts'
import type { ServiceLine, ServiceList } from './use-service-list.ts'

const SEARCH_FROM = 8

/** Who is in a service: each ticked at once. */
export function ServiceMembresForm({
  service,
  membres,
  onDone,
}: {
  service: ServiceLine
  membres: ServiceList['membres']
  onDone: () => void
}) {
  const add = useAct(addMembreServiceMutation, 'Services')
  const remove = useAct(removeMembreServiceMutation, 'Services')
  const [error, setError] = useState<string | null>(null)
  const [words, setWords] = useState('')
  /** What was ticked and is not saved yet. */
  const [asked, setAsked] = useState<ReadonlyMap<string, boolean>>(new Map())
  const shown = membres.filter(({ nom }) => withoutAccents(nom).includes(withoutAccents(words.trim())))

  async function toggle(membreId: string, checked: boolean) {
    setAsked((all) => new Map(all).set(membreId, checked))
    setError(await (checked ? add : remove).run({ input: { membreId, serviceId: service.id } }))
    // As it is: refused, it comes back.
    setAsked((all) => new Map([...all].filter(([id]) => id !== membreId)))
  }

  return (
    <Stack gap="md">
      {error && (
        <Alert color="red" role="alert">
          {error}
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        {fr`Les membres d’un service modifient les fiches qu’il pilote ; chaque coche est enregistrée aussitôt.`}
      </Text>
      {membres.length >= SEARCH_FROM && (
        <TextInput label="Chercher un membre" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      )}
      <ScrollArea.Autosize mah="18rem" type="auto" viewportProps={{ tabIndex: -1 }}>
        <Stack component="fieldset" gap={6} m={0} py={2} px={2} style={{ border: 0, minWidth: 0 }}>
          <VisuallyHidden component="legend">Membres de {service.nom}</VisuallyHidden>
          {shown.map(({ id, nom }) => (
            <Checkbox
              key={id}
              label={nom}
              checked={asked.get(id) ?? service.membres.some((membre) => membre.id === id)}
              onChange={(event) => void toggle(id, event.currentTarget.checked)}
            />
          ))}
          {shown.length === 0 && <Text size="sm">Personne de ce nom parmi les membres.</Text>}
        </Stack>
      </ScrollArea.Autosize>
      <Group justify="flex-end">
        <Button onClick={onDone}>Terminé</Button>
      </Group>
    </Stack>
  )
}
