import { createContext, use } from 'react'
import type { LiveDocument } from '../../../lib/live/live-document.ts'

/** The live texts of the plan of the page: its description and its axes'. */
export interface PlanTextes {
  document: LiveDocument
  readOnly: boolean
}

const PlanTextesContext = createContext<PlanTextes | null>(null)

export const PlanTextesProvider = PlanTextesContext.Provider

/** Null until they have come, and for whoever reads the plan as it is published. */
export function usePlanTextes(): PlanTextes | null {
  return use(PlanTextesContext)
}
