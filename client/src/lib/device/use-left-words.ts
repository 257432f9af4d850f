import { useEffect, useState } from 'react'
import { useDevice } from './device-context.ts'
import type { KeptAside, PendingCopy } from './left-words.ts'

/** What a user wrote that is on this device alone. */
export interface LeftWords {
  /** Documents whose edits wait to be sent. */
  pending: readonly PendingCopy[]
  /** Words that the server would not take. */
  aside: readonly KeptAside[]
}

/** Several changes in a row are one look at the disk. */
const LOOK_DELAY_MS = 200

/** What a user wrote that is on this device alone, as it changes in this tab and in others; null until it is known. */
export function useLeftWords(userId: string): LeftWords | null {
  const device = useDevice()
  const [left, setLeft] = useState<LeftWords | null>(null)

  useEffect(() => {
    let isShown = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const [pending, aside] = await Promise.all([device.pending(userId), device.aside(userId)])
      if (!isShown) return
      setLeft((shown) => (JSON.stringify(shown) === JSON.stringify({ pending, aside }) ? shown : { pending, aside }))
    }
    const lookSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), LOOK_DELAY_MS)
    }
    void look()
    const stop = device.subscribe(lookSoon)
    return () => {
      isShown = false
      clearTimeout(timer)
      stop()
    }
  }, [device, userId])

  return left
}
