import { Dialog } from '../../../ui/dialog.tsx'
import { LinkFicheForm } from './link-fiche-form.tsx'
import type { Linked } from './relation.ts'

/** Links a fiche to another. */
export function LinkFicheDialog({
  opened,
  onClose,
  ficheId,
  linked,
}: {
  opened: boolean
  onClose: () => void
  ficheId: string
  linked: readonly Linked[]
}) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Lier une fiche">
      <LinkFicheForm ficheId={ficheId} linked={linked} onDone={onClose} />
    </Dialog>
  )
}
