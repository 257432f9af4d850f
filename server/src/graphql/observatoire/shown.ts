import { READ } from './shown-read.ts'
import { WRITTEN } from './shown-written.ts'

/*
 * What the observatory is shown of the schema, type by type and field by field: nothing that is not named here is in its sub-graph, and what is added to
 * the schema is not shown before somebody names it. Never members, addresses, sessions, invitations, grants, keys, journal, corbeille or
 * presence, nor the names of agents. Scalars, enums and unions follow the fields that have them.
 */

/** By what it is filtered and sorted. */
const FILTERS = {
  PlanWhere: ['collectivite', 'nom', 'archive'],
  PlansPublicsWhere: ['siren', 'type', 'recherche', 'thematique', 'statut'],
  PlanOrder: ['field', 'direction'],
  FicheWhere: ['collectivite', 'plan', 'axe', 'service', 'titre', 'statut', 'priorite', 'dateDebut', 'dateFin'],
  FicheOrder: ['field', 'direction'],
  IndicateurWhere: ['nom'],
  IDFilter: ['equals', 'in'],
  StringFilter: ['equals', 'contains', 'startsWith'],
  DateFilter: ['equals', 'before', 'after', 'isNull'],
  StatutFilter: ['in', 'isNull'],
  PrioriteFilter: ['in', 'isNull'],
  AgregatsWhere: ['statut', 'thematique', 'typeDePlan', 'nomDePlan', 'typeDeCollectivite', 'dateFin'],
  PlanTypeFilter: ['in'],
  CollectiviteTypeFilter: ['in'],
  ThematiqueFilter: ['in', 'isNull'],
} as const

/** The fields that are shown of each type that is. */
export const SHOWN: Readonly<Record<string, readonly string[]>> = { ...READ, ...FILTERS, ...WRITTEN }
