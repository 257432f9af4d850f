import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSubtask } from '@tabler/icons-react'
import { useState } from 'react'
import { fr } from '../../../../lib/text/french.ts'
import { Dialog } from '../../../../ui/dialog.tsx'
import { DialogForm } from '../../../../ui/dialog-form.tsx'
import { FichePicker, type PickedFiche } from '../../../../ui/fiche-picker/fiche-picker.tsx'
import { useAttach } from './use-attach.ts'

/** Makes a fiche that exists a sous-action of this one. */
export function AttachFiche({ parentId, sousActionIds }: { parentId: string; sousActionIds: readonly string[] }) {
  const [opened, { open, close }] = useDisclosure(false)
  const [picked, setPicked] = useState<PickedFiche | null>(null)
  const { make } = useAttach()
  const excluded = new Map([
    [parentId, 'C’est la fiche que vous lisez.'],
    ...sousActionIds.map((id) => [id, 'Déjà sous-action de cette fiche.'] as const),
  ])

  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        leftSection={<IconSubtask size={16} aria-hidden />}
        onClick={open}
      >
        Rattacher une fiche existante
      </Button>
      <Dialog opened={opened} onClose={close} title="Rattacher une fiche existante">
        <DialogForm
          action="Rattacher"
          onCancel={close}
          onSubmit={async () => {
            if (!picked) return 'Cherchez une fiche par ses mots, puis choisissez-la dans la liste.'
            if (await make({ ficheId: picked.id, parentId })) {
              setPicked(null)
              close()
            }
            return null
          }}
        >
          <Text size="sm">
            {fr`Elle devient une sous-action de cette fiche : elle quitte ses emplacements dans les plans, et les mêmes personnes la lisent et la modifient.`}
          </Text>
          <FichePicker picked={picked} onPick={setPicked} excluded={excluded} />
        </DialogForm>
      </Dialog>
    </>
  )
}
