import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { fr } from '../../../lib/text/french.ts'
import { DeleteButton } from './delete-button.tsx'
import { NameInput } from './name-input.tsx'
import { useChoix } from './use-choix.ts'

/** The answers of a field of choices: their names, one more, one less. */
export function ChoixEditor({
  champ: { id: champId, nom: champ, choix },
}: {
  champ: { id: string; nom: string; choix: readonly { id: string; nom: string; valeursCount: number }[] }
}) {
  const [nom, setNom] = useState('')
  const { add, rename, remove } = useChoix()

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (nom.trim() && (await add({ champId, nom: nom.trim() }))) setNom('')
  }

  return (
    <Stack gap="xs" pl="md">
      {choix.map(({ id, nom: current, valeursCount }) => (
        <Group key={id} gap="xs">
          <NameInput
            label={fr`Choix « ${current} » de ${champ}`}
            nom={current}
            onKeep={(kept) => rename({ choixId: id, nom: kept })}
          />
          <DeleteButton
            label={`Supprimer le choix ${current}`}
            valeursCount={valeursCount}
            onDelete={() => remove(id)}
          />
        </Group>
      ))}
      <form onSubmit={(event) => void submit(event)}>
        <Group gap="xs">
          <TextInput
            aria-label={`Nouveau choix de ${champ}`}
            placeholder="Nouveau choix"
            size="xs"
            flex={1}
            miw={0}
            maxLength={100}
            value={nom}
            onChange={({ currentTarget }) => setNom(currentTarget.value)}
          />
          <Button type="submit" size="compact-xs" variant="default">
            Ajouter
          </Button>
        </Group>
      </form>
    </Stack>
  )
}
