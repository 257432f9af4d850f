import { useCallback } from 'react'

/** Tells the styles how high a banner over the pages is, for what sticks under it: its words take one line or several. */
export function useBannerHeight(): (banner: HTMLElement) => () => void {
  return useCallback((banner: HTMLElement) => {
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => style.setProperty('--pupitre-banner-height', `${banner.offsetHeight}px`))
    observer.observe(banner)
    return () => {
      observer.disconnect()
      style.removeProperty('--pupitre-banner-height')
    }
  }, [])
}
