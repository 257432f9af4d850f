import type * as Y from 'yjs'
import type { DeviceDatabase } from './device-database.ts'
import { LocalCopy } from './local-copy.ts'

/** What a copy asks of the device of its user. */
export interface CopyingDevice {
  /** Opens what the device keeps of the user, until it is erased under this page. */
  inThisLife(): () => Promise<DeviceDatabase | null>
  /** Tells every tab to look again. */
  changed(): void
}

/** The copy of a document on the device of its user. */
export function copyOnDevice(
  device: CopyingDevice,
  { path, doc, onChange }: { path: string; doc: Y.Doc; onChange: () => void },
): LocalCopy {
  let unsentBefore = 0
  const copy: LocalCopy = new LocalCopy({
    doc,
    path,
    open: device.inThisLife(),
    onChange: () => {
      onChange()
      if (copy.unsentOnDisk !== unsentBefore) device.changed()
      unsentBefore = copy.unsentOnDisk
    },
  })
  return copy
}
