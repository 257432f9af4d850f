import { notifications } from '@mantine/notifications'
import type { ChangeNotice } from './change-notices.ts'

/** Long enough to read who and what. */
const SHOWN_MS = 8_000

/** Shows a notice, or says more in the one that is shown, which then stays as long again. */
export function showChange({ id, message }: ChangeNotice, onClose: () => void): void {
  // Mantine counts again only from a duration that is another.
  const autoClose = SHOWN_MS + (performance.now() % 1000)
  notifications.show({ id, message, autoClose, role: 'status', onClose })
  notifications.update({ id, message, autoClose })
}
