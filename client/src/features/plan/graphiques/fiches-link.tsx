import type { ReactNode } from 'react'
import { AnchorLink } from '../../../ui/links.tsx'

/** Where the fiches of a plan are listed; null: the viewer has no such list. */
export type ListOfPlan = { siren: string; planId: string } | null

/** Leads to the fiches that a number counts, where the viewer may. */
export function FichesLink({
  list,
  filter,
  children,
}: {
  list: ListOfPlan
  filter: { statut: string } | { fin: string }
  children: ReactNode
}) {
  if (!list) return children
  return (
    <AnchorLink
      to="/collectivites/$siren/fiches"
      params={{ siren: list.siren }}
      search={{ plan: list.planId, ...filter }}
      inherit
      underline="hover"
    >
      {children}
    </AnchorLink>
  )
}
