import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { fr } from '../../lib/text/french.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useUndoActe } from '../../ui/undo-acte.ts'

/** Takes back a change of many fiches, once it is confirmed. */
export function UndoActeButton({ acte }: { acte: string }) {
  const [opened, { open, close }] = useDisclosure()
  const [pending, setPending] = useState(false)
  const undo = useUndoActe()

  async function confirm() {
    setPending(true)
    await undo(acte)
    setPending(false)
    close()
  }

  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={open}>
        Annuler cet acte
      </Button>
      <Dialog opened={opened} onClose={close} title={fr`Annuler cet acte ?`}>
        <Stack gap="md">
          <Text>
            Les fiches retrouvent ce qu’elles avaient avant, sauf ce qu’un collègue y a changé depuis. L’annulation
            s’annule de même.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              Laisser ainsi
            </Button>
            <Button loading={pending} onClick={() => void confirm()}>
              Annuler cet acte
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}
