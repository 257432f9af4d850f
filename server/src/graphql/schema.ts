import { builder } from './builder.ts'
import './scalar/scalars.ts'
import './collectivite/collectivite-queries.ts'
import './fiche/create-fiche.ts'
import './fiche/fiche-changed.ts'
import './fiche/fiche-queries.ts'
import './fiche/fiche-textes.ts'
import './plan/create-plan.ts'
import './plan/plan-changed.ts'
import './plan/plan-queries.ts'
import './viewer/viewer.ts'

/** The whole schema: each import above adds its part to the builder. */
export const schema = builder.toSchema()
