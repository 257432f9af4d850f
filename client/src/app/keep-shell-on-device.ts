/** Lets the page open without network (shell-worker.js). Where the browser has no service workers, it needs the network as before. */
export function keepShellOnDevice(): void {
  // A plain HTTP address other than this machine's own has none.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/shell-worker.js').catch(() => undefined)
  })
}
