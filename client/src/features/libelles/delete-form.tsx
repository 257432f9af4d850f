import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useAct } from '../../lib/graphql/use-act.ts'
import { fr } from '../../lib/text/french.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { deleteLabelMutation } from './libelle-mutations.ts'

/** Deletes a label that no fiche bears, once confirmed. */
export function DeleteForm({ label, onDone }: { label: { id: string; nom: string }; onDone: () => void }) {
  const remove = useAct(deleteLabelMutation, 'Libelles')

  async function submit() {
    const refusal = await remove.run({ input: { labelId: label.id } })
    if (refusal !== null) return refusal
    notifications.show({ message: fr`« ${label.nom} » est supprimé.` })
    onDone()
    return null
  }

  return (
    <DialogForm action="Supprimer" isDestructive onSubmit={submit} onCancel={onDone}>
      <Text>{fr`« ${label.nom} » ne sert à aucune fiche. Il disparaît pour de bon.`}</Text>
    </DialogForm>
  )
}
