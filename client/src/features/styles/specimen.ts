import type { ReactNode } from 'react'

/** A component of `ui/` as the page of styles shows it. */
export interface Specimen {
  /** Its file in `ui/`. */
  file: string
  /** Its states, by name. */
  states: Record<string, ReactNode>
}
