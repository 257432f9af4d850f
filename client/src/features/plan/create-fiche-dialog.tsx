import { Dialog } from '../../ui/dialog.tsx'
import { type AxeChoice, CreateFicheForm } from './create-fiche-form.tsx'

/** Adds a fiche to a plan: where, and of which title. */
export function CreateFicheDialog({
  opened,
  onClose,
  planId,
  axes,
}: {
  opened: boolean
  onClose: () => void
  planId: string
  axes: readonly AxeChoice[]
}) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Créer une fiche">
      <CreateFicheForm planId={planId} axes={axes} onCancel={onClose} />
    </Dialog>
  )
}
