import classes from './dropdown.module.css'

/** The list of a field opens beside it in the page, and scrolls by itself: no region of its own for the keyboard to pass by. */
export const DROPDOWN_PROPS = {
  comboboxProps: { withinPortal: false },
  withScrollArea: false,
  classNames: { options: classes.options },
} as const
