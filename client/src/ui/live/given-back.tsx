import { useReducer, useEffect } from 'react'
import { useDevice } from '../../lib/device/device-context.ts'
import type { KeptAside } from '../../lib/device/left-words.ts'
import { plainText } from '../../lib/device/set-aside.ts'
import { useLeftWords } from '../../lib/device/use-left-words.ts'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { AsideWords } from '../left-words/aside-words.tsx'

/** The words of a document that the server would not take, given back above its texts. */
export function GivenBack({ document, userId }: { document: LiveDocument; userId: string }) {
  const device = useDevice()
  const aside = useLeftWords(userId)?.aside.filter(({ path }) => path === document.path) ?? []

  return aside.map((words) => (
    <LiveComparison
      key={words.at}
      document={document}
      words={words}
      onDrop={() => void device.dropAside(userId, words)}
    />
  ))
}

/** Compared with the text as it is being written. */
function LiveComparison({ document, words, onDrop }: { document: LiveDocument; words: KeptAside; onDrop: () => void }) {
  const { doc } = document
  const [, compareAgain] = useReducer((count: number) => count + 1, 0)

  useEffect(() => {
    doc.on('update', compareAgain)
    return () => doc.off('update', compareAgain)
  }, [doc])

  const { loaded, closed } = document.snapshot()
  const serverText = (field: string) => (loaded && closed === null ? plainText(doc, field) : null)
  return <AsideWords words={words} order={2} serverText={serverText} onDrop={onDrop} />
}
