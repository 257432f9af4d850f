import type { Locator } from '@playwright/test'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Drags a file from the desktop over an element, and lets it go there. */
export async function dropFile(onto: Locator, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
  const dataTransfer = await onto.page().evaluateHandle(
    (file) => {
      const transfer = new DataTransfer()
      const content = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([content], file.name, { type: file.type }))
      return transfer
    },
    { name, base64: bytes.toString('base64'), type: XLSX },
  )
  for (const type of ['dragenter', 'dragover', 'drop']) await onto.dispatchEvent(type, { dataTransfer })
}
