import { useEffect, useEffectEvent } from 'react'
import { readToEnd } from '../../lib/read-to-end.ts'

/** Between two questions, at least and at most: pages that lost the server together do not come back together. */
const MIN_INTERVAL_MS = 4_000
const MAX_INTERVAL_MS = 12_000

/** Calls back when the server answers again: it is asked now and then, and at once when the network returns. */
export function useServerBack(onBack: () => void): void {
  const back = useEffectEvent(onBack)

  useEffect(() => {
    let isShown = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      clearTimeout(timer)
      const answers = await serverAnswers()
      if (!isShown) return
      if (answers) back()
      timer = setTimeout(() => void ask(), MIN_INTERVAL_MS + Math.random() * (MAX_INTERVAL_MS - MIN_INTERVAL_MS))
    }
    const askNow = () => void ask()
    timer = setTimeout(askNow, MIN_INTERVAL_MS)
    window.addEventListener('online', askNow)
    return () => {
      isShown = false
      clearTimeout(timer)
      window.removeEventListener('online', askNow)
    }
  }, [])
}

async function serverAnswers(): Promise<boolean> {
  try {
    const response = await fetch('/readyz', { cache: 'no-store' })
    await readToEnd(response)
    return response.ok
  } catch {
    return false
  }
}
