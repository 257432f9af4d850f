import type { Page } from '@playwright/test'

/**
 * Stands between a page and its live texts. From `hold` on, what the page sends on the connections that it has goes nowhere,
 * though they stay open; those that it opens afterwards work. To be asked before the page opens a fiche.
 */
export async function holdableEdits(page: Page): Promise<{ hold: () => void }> {
  let holds = 0
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const holdsAtOpening = holds
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (holds === holdsAtOpening) server.send(message)
    })
  })
  return { hold: () => void (holds += 1) }
}
