import { notifications } from '@mantine/notifications'

/** One sentence on the page; the same `id` again replaces it. */
export interface ChangeNotice {
  id: string
  message: string
}

/** Long enough to read who and what. */
const SHOWN_MS = 8_000

/** Shows a notice, or says more in the one that is shown, which then stays as long again. */
export function showChange({ id, message }: ChangeNotice, onClose?: () => void): void {
  // Mantine counts again only from a duration that is another.
  const autoClose = SHOWN_MS + (performance.now() % 1000)
  notifications.show({ id, message, autoClose, role: 'status', ...(onClose && { onClose }) })
  notifications.update({ id, message, autoClose })
}
