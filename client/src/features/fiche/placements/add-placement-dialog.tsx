import { Dialog } from '../../../ui/dialog.tsx'
import { AddPlacementForm } from './add-placement-form.tsx'

/** Places a fiche in one more plan. */
export function AddPlacementDialog({
  opened,
  onClose,
  ficheId,
  siren,
}: {
  opened: boolean
  onClose: () => void
  ficheId: string
  siren: string
}) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Placer dans un autre plan">
      <AddPlacementForm ficheId={ficheId} siren={siren} onClose={onClose} />
    </Dialog>
  )
}
