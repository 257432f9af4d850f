import { Text, VisuallyHidden } from '@mantine/core'
import { parseDocumentPath } from '@pupitre/document'
import { IconDeviceLaptop } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useLeftWords } from '../../lib/device/use-left-words.ts'
import { counted } from '../../lib/text/french.ts'
import classes from './left-words-link.module.css'

/** How much of what one wrote is on this device alone, and the way to it; nothing while that is nothing. The page of a document speaks for it. */
export function LeftWordsLink({ userId }: { userId: string }) {
  const page = useLocation({ select: ({ pathname }) => pathname })
  const left = useLeftWords(userId)
  const elsewhere = [...(left?.pending ?? []), ...(left?.aside ?? [])].filter(({ path }) => pageOf(path) !== page)
  const edits = elsewhere.reduce((total, copy) => total + copy.edits, 0)

  if (edits === 0) return null
  return (
    <Link to="/sur-cet-appareil" className={classes.link}>
      <IconDeviceLaptop size={18} stroke={1.8} aria-hidden />
      <span aria-hidden>{edits.toLocaleString('fr-FR')}</span>
      <Text span size="sm" visibleFrom="md" aria-hidden>
        sur cet appareil
      </Text>
      <VisuallyHidden>
        {counted(edits, 'modification gardée sur cet appareil', 'modifications gardées sur cet appareil')}
      </VisuallyHidden>
    </Link>
  )
}

function pageOf(path: string): string | null {
  const ref = parseDocumentPath(path)
  return ref && `/${ref.kind}s/${ref.uuid}`
}
