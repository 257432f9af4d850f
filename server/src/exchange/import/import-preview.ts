import type { ImportAxe, ImportFiche, ImportPlan } from './import-plan.ts'
import { MAX_TOLD_PROBLEMS } from './import-limits.ts'
import type { PreviewProblem } from './import-problems.ts'
import { countAxes } from './import-report.ts'
import { typeOfPlan } from './plan-type.ts'

export interface PreviewFiche {
  row: number
  titre: string
  sousActions: string[]
}

export interface PreviewAxe {
  nom: string
  fiches: PreviewFiche[]
  axes: PreviewAxe[]
}

/** What a file would create, as the page shows it. */
export function previewOf(plan: ImportPlan, { nom, problems }: { nom: string; problems: readonly PreviewProblem[] }) {
  const byAxe = Map.groupBy(plan.fiches, ({ axe }) => axe)
  const axeOf = (axe: ImportAxe): PreviewAxe => ({
    nom: axe.nom,
    fiches: (byAxe.get(axe) ?? []).map(ficheOf),
    axes: axe.enfants.map(axeOf),
  })
  const { STRUCTURE, PARTENAIRE, INSTANCE_GOUVERNANCE, TAG, FINANCEUR } = plan.labels
  return {
    nom,
    ...typeOfPlan(nom),
    sheet: plan.sheetName,
    otherSheets: plan.otherSheets,
    counts: {
      fiches: plan.fiches.length,
      sousActions: plan.fiches.reduce((count, { sousActions }) => count + sousActions.length, 0),
      axes: countAxes(plan.axes),
      services: plan.services.length,
      personnes: plan.personnes.length,
      indicateurs: plan.indicateurs.length,
      labels: [STRUCTURE, PARTENAIRE, INSTANCE_GOUVERNANCE, TAG, FINANCEUR].reduce(
        (sum, { length }) => sum + length,
        0,
      ),
    },
    /** Fiches at the plan's root, then its axes. */
    fiches: (byAxe.get(null) ?? []).map(ficheOf),
    axes: plan.axes.map(axeOf),
    problems: problems.slice(0, MAX_TOLD_PROBLEMS),
    problemCounts: {
      error: count(problems, 'error'),
      warning: count(problems, 'warning'),
      info: count(problems, 'info'),
    },
  }
}

function ficheOf({ row, titre, sousActions }: ImportFiche): PreviewFiche {
  return { row, titre, sousActions: sousActions.map((sousAction) => sousAction.titre) }
}

function count(problems: readonly PreviewProblem[], severity: PreviewProblem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length
}
