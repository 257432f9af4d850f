import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { DrawnSecret, type SecretWords } from './drawn-secret.tsx'

/** What came of asking for a secret: it, or why there is none. */
export type Drawing<Drawn> = { drawn: Drawn } | { refusal: string }

/**
 * A form that draws a secret, then the secret. It lets go of a secret that was not copied only once it has asked: whether the dialog
 * is closed, the page left, or the tab closed.
 */
export function DrawDialog<Drawn extends { secret: string }>({
  opened,
  onClose,
  title,
  wordsOf,
  children,
}: {
  opened: boolean
  onClose: () => void
  title: string
  /** What is said of a secret. */
  wordsOf: (drawn: Drawn) => SecretWords
  /** The form: it hands over what was answered, and gets the refusal back. */
  children: (hand: (drawing: Drawing<Drawn>) => string | null) => ReactNode
}) {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [copied, setCopied] = useState(false)
  const [closing, setClosing] = useState(false)
  const isAtRisk = opened && drawn !== null && !copied
  const blocker = useBlocker({
    shouldBlockFn: () => isAtRisk,
    enableBeforeUnload: isAtRisk,
    withResolver: true,
  })

  function hand(drawing: Drawing<Drawn>): string | null {
    if ('refusal' in drawing) return drawing.refusal
    setDrawn(drawing.drawn)
    return null
  }
  function stay() {
    setClosing(false)
    blocker.reset?.()
  }
  function leave() {
    setClosing(false)
    onClose()
    blocker.proceed?.()
  }
  function forget() {
    setDrawn(null)
    setCopied(false)
  }

  const close = isAtRisk ? () => setClosing(true) : leave
  return (
    <Dialog opened={opened} onClose={close} onClosed={forget} title={title}>
      {drawn ? (
        <DrawnSecret
          secret={drawn.secret}
          words={wordsOf(drawn)}
          isAsking={isAtRisk && (closing || blocker.status === 'blocked')}
          onCopied={() => setCopied(true)}
          onClose={close}
          onStay={stay}
          onLeave={leave}
        />
      ) : (
        children(hand)
      )}
    </Dialog>
  )
}
