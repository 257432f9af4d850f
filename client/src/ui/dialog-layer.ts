import { createContext, useContext } from 'react'
import { DROPDOWN_PROPS } from './fields/dropdown-props.ts'

/** Where, in the dialog that one is in, what would be cut by its scrolling opens. */
export const DialogLayer = createContext<HTMLElement | null>(null)

/** The list of a field of a dialog: over the dialog, and of it, for who cannot see it. */
export function useDialogDropdownProps() {
  const layer = useContext(DialogLayer)
  return { ...DROPDOWN_PROPS, comboboxProps: { withinPortal: true, portalProps: { target: layer ?? undefined } } }
}
