import { useApolloClient } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { useAccessChanges } from '../../lib/live/use-access-changes.ts'
import { documentWords } from './document-words.ts'

const NOTICES = {
  read: {
    id: 'droits-retires',
    title: (ceci: string) => `Vous ne pouvez plus modifier ${ceci}`,
    message: 'Vos droits ont changé. Vous pouvez encore lire.',
  },
  write: {
    id: 'droits-rendus',
    title: (ceci: string) => `Vous pouvez maintenant modifier ${ceci}`,
    message: 'Vos droits ont changé.',
  },
} as const

/** Rights that change while the document is open: it is said, and all of the page is asked for again, as it is now allowed. */
export function useRightsNotice(document: LiveDocument | null): void {
  const apollo = useApolloClient()

  useAccessChanges(document, (access) => {
    hideNotices()
    const { id, title, message } = NOTICES[access]
    const { ceci } = documentWords(document?.path ?? '')
    notifications.show({
      id,
      title: title(ceci),
      message,
      role: 'alert',
      autoClose: access === 'read' ? false : undefined,
    })
    void apollo.refetchQueries({ include: 'active' })
  })
  // What it says is of this page, as long as the page may be read.
  useEffect(() => hideNotices, [])
}

function hideNotices(): void {
  for (const { id } of Object.values(NOTICES)) notifications.hide(id)
}
