import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import type { Named } from '../people.ts'
import { useAct } from '../../../lib/graphql/use-act.ts'
import { deleteServiceMutation } from './service-mutations.ts'

/** Deletes a service that nothing names, once confirmed. */
export function DeleteForm({ service, onDone }: { service: Named; onDone: () => void }) {
  const remove = useAct(deleteServiceMutation, 'Services')

  async function submit() {
    const refusal = await remove.run({ input: { serviceId: service.id } })
    if (refusal !== null) return refusal
    notifications.show({ message: fr`« ${service.nom} » est supprimé.` })
    onDone()
    return null
  }

  return (
    <DialogForm action="Supprimer" isDestructive onSubmit={submit} onCancel={onDone}>
      <Text>{fr`Rien ne nomme « ${service.nom} » : ni membre, ni fiche, ni accès. Il disparaît pour de bon.`}</Text>
    </DialogForm>
  )
}
