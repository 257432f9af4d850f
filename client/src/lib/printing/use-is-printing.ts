import { useSyncExternalStore } from 'react'

const media = window.matchMedia('print')
let isAsked = false

/** Whether the page is being put on paper: what is there only for it may be drawn. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isAsked || media.matches)
}

/** Browsers tell of it in one way or another, before they look at the page. */
function subscribe(changed: () => void): () => void {
  const before = () => {
    isAsked = true
    changed()
  }
  const after = () => {
    isAsked = false
    changed()
  }
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  media.addEventListener('change', changed)
  return () => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
    media.removeEventListener('change', changed)
  }
}
