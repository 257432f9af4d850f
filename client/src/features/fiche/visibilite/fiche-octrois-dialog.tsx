import { Dialog } from '../../../ui/dialog.tsx'
import { FicheOctrois } from './fiche-octrois.tsx'

/** Who was given a fiche. */
export function FicheOctroisDialog({ opened, onClose, uuid }: { opened: boolean; onClose: () => void; uuid: string }) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Accès donnés sur la fiche">
      <FicheOctrois uuid={uuid} />
    </Dialog>
  )
}
