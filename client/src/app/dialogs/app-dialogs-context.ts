import { createContext, useContext } from 'react'

/** What any page may open over itself. */
export type AppDialog = 'palette' | 'shortcuts' | 'new-fiche'

export interface AppDialogs {
  open: (dialog: AppDialog) => void
  /** Signs out, once asked about what would be lost. */
  leave: () => void
}

const Context = createContext<AppDialogs | null>(null)

export const AppDialogsProvider = Context

/** The dialogs of the application, for what opens them. */
export function useAppDialogs(): AppDialogs {
  const dialogs = useContext(Context)
  if (!dialogs) throw new Error('a page outside AppDialogs')
  return dialogs
}
