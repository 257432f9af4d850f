import { Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Surface } from '../../ui/surface.tsx'
import { InviteForm } from './invite-form.tsx'
import { RenameForm } from './rename-form.tsx'
import type { Named, People } from './people.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from '../../ui/line-rows.module.css'

type Open = { personne: Named; act: 'invite' | 'rename' } | null

/** Those whom fiches name without an account. Inviting them gives them what names them. */
export function NamedPersonnes({ people }: { people: People }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)

  return (
    <Stack component="section" gap="xs">
      <Title order={2}>Nommés sur des fiches, sans compte</Title>
      <Text size="sm" c="dimmed">
        {people.canManage
          ? 'Invitez-les : ils retrouveront leurs fiches. Si l’un d’eux est déjà membre, rattachez-le depuis « Modifier ».'
          : 'Un admin peut les inviter.'}
      </Text>
      <Surface>
        <PlainList>
          {people.named.map((personne) => (
            <li key={personne.id} className={classes.row}>
              <Text className={classes.words}>{personne.nom}</Text>
              {people.canManage && (
                <>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Corriger le nom de ${personne.nom}`}
                    onClick={() => setOpen({ personne, act: 'rename' })}
                  >
                    Corriger le nom
                  </Button>
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={`Inviter ${personne.nom}`}
                    onClick={() => setOpen({ personne, act: 'invite' })}
                  >
                    Inviter
                  </Button>
                </>
              )}
            </li>
          ))}
        </PlainList>
      </Surface>
      <Dialog opened={open?.act === 'invite'} onClose={close} title={`Inviter ${open?.personne.nom ?? ''}`}>
        {open && <InviteForm people={people} personne={open.personne} onDone={close} />}
      </Dialog>
      <Dialog opened={open?.act === 'rename'} onClose={close} title="Corriger le nom">
        {open && <RenameForm personne={open.personne} onDone={close} />}
      </Dialog>
    </Stack>
  )
}
