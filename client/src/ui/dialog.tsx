import type { ReactNode } from 'react'
import { dialogOnDemand } from './on-demand.tsx'

export interface DialogProps {
  opened: boolean
  onClose: () => void
  /** Once there is nothing of it to be seen any more. */
  onClosed?: () => void
  title: string
  children: ReactNode
}

/** A dialog with its title. */
export const Dialog = dialogOnDemand<DialogProps>(
  () => import('./dialog-window.tsx').then(({ DialogWindow }) => DialogWindow),
  { opened: false },
)
