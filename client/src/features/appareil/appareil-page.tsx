import { useViewer } from '../../app/viewer.ts'
import { LeftWordsLists } from '../../ui/left-words/left-words-lists.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'

/** What one wrote that is on this device alone. */
export function AppareilPage() {
  const { uuid } = useViewer()

  return (
    <Page title="Sur cet appareil">
      <PageHeader title="Sur cet appareil" details="Ce que vous avez écrit et que le serveur n’a pas encore." />
      <LeftWordsLists userId={uuid} />
    </Page>
  )
}
