import { Text } from '@mantine/core'
import { fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { useChangeVue } from './use-change-vue.ts'
import type { VueEnregistree } from './use-vues.ts'

/** Asks again before a view goes, for oneself or for colleagues. */
export function ConfirmVue({
  vue: { id, nom, partagee },
  asked,
  onClose,
}: {
  vue: VueEnregistree
  asked: 'unshare' | 'delete'
  onClose: () => void
}) {
  const { update, remove } = useChangeVue(id)
  const isDelete = asked === 'delete'

  async function submit() {
    const refusal = await (isDelete ? remove() : update({ partagee: false }))
    if (refusal === null) onClose()
    return refusal
  }

  return (
    <DialogForm
      action={isDelete ? 'Supprimer la vue' : 'Ne plus partager'}
      isDestructive={isDelete}
      onSubmit={submit}
      onCancel={onClose}
    >
      {isDelete ? (
        <Text>
          {fr`« ${nom} » sera supprimée pour de bon${partagee ? ', pour toute la collectivité' : ''}. Aucune fiche ne change.`}
        </Text>
      ) : (
        <Text>{fr`Vos collègues ne trouveront plus « ${nom} » : elle restera à qui l’a faite.`}</Text>
      )}
    </DialogForm>
  )
}
