import { useApolloClient } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { useAccessChanges } from '../../lib/live/use-access-changes.ts'

/** Rights that change while the fiche is open: it is said, and all of the page is asked for again, as it is now allowed. */
export function useRightsNotice(document: LiveDocument | null): void {
  const apollo = useApolloClient()

  useAccessChanges(document, (access) => {
    notifications.show({
      id: 'droits',
      role: 'alert',
      autoClose: false,
      title:
        access === 'read' ? 'Vous ne pouvez plus modifier cette fiche' : 'Vous pouvez maintenant modifier cette fiche',
      message: access === 'read' ? 'Vos droits ont changé. Vous pouvez encore la lire.' : 'Vos droits ont changé.',
    })
    void apollo.refetchQueries({ include: 'active' })
  })
}
