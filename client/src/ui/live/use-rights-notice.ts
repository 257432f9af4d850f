import { useApolloClient } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { useAccessChanges } from '../../lib/live/use-access-changes.ts'
import { documentWords } from './document-words.ts'

const IDS = { read: 'droits-retires', write: 'droits-rendus' } as const

function notice(path: string, access: 'read' | 'write'): { title: string; message: string } {
  const { ceci, pronom } = documentWords(path)
  return access === 'read'
    ? {
        title: `Vous ne pouvez plus modifier ${ceci}`,
        message: `Vos droits ont changé. Vous pouvez encore ${pronom} lire.`,
      }
    : { title: `Vous pouvez maintenant modifier ${ceci}`, message: 'Vos droits ont changé.' }
}

/** Rights that change while the document is open: it is said, and all of the page is asked for again, as it is now allowed. */
export function useRightsNotice(document: LiveDocument | null): void {
  const apollo = useApolloClient()

  useAccessChanges(document, (access) => {
    hideNotices()
    const said = notice(document?.path ?? '', access)
    notifications.show({
      id: IDS[access],
      ...said,
      role: 'alert',
      autoClose: access === 'read' ? false : undefined,
    })
    void apollo.refetchQueries({ include: 'active' })
  })
  // What it says is of this page, as long as the page may be read.
  useEffect(() => hideNotices, [])
}

function hideNotices(): void {
  for (const id of Object.values(IDS)) notifications.hide(id)
}
