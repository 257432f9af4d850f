import { graphql } from '../../gql/gql.ts'
import type { PlanChiffresFragment } from '../../gql/graphql.ts'
import { montantText, type Unite } from '../../lib/text/montant.ts'
import type { Tri } from './plans-search.ts'

/** What a plan is and how far, as the page of plans shows it. */
export const planChiffres = graphql(`
  fragment PlanChiffres on Plan {
    id
    uuid
    nom
    type
    typeAutre
    dateDebut
    dateFin
    avancement {
      fichesCount
      partRealisee
      enRetardCount
      statuts {
        statut
        fichesCount
      }
      budgets {
        type
        unite
        nature
        montant
      }
    }
  }
`)

type Avancement = PlanChiffresFragment['avancement']

/** How many fiches are done, and among how many: those that are given up are not awaited. */
export function realisees({ fichesCount, statuts }: Avancement): { done: number; awaited: number } {
  const count = (statut: 'REALISE' | 'ABANDONNE') => statuts.find((group) => group.statut === statut)?.fichesCount ?? 0
  return { done: count('REALISE'), awaited: fichesCount - count('ABANDONNE') }
}

const UNITES = ['EUROS_HT', 'ETP'] as const satisfies readonly Unite[]

/** All the budgets of one nature, whatever they pay, an amount for each unit that has some: « 12 500 € », « 0,5 ETP ». */
export function budgetTexts({ budgets }: Avancement, nature: 'PREVISIONNEL' | 'REEL'): string[] {
  return UNITES.flatMap((unite) => {
    const montants = budgets.filter((budget) => budget.unite === unite && budget.nature === nature)
    const cents = montants.reduce((sum, { montant }) => sum + Math.round(Number(montant) * 100), 0)
    return montants.length === 0 ? [] : [montantText(String(cents / 100), unite)]
  })
}

/** In the order that is asked; ties, and everything when nothing is, stay by name as the list comes. */
export function sortPlans<Plan extends { avancement: Pick<Avancement, 'partRealisee' | 'enRetardCount'> }>(
  plans: readonly Plan[],
  tri: Tri | undefined,
): readonly Plan[] {
  if (tri === undefined) return plans
  const rank = ({ avancement }: Plan) =>
    tri === 'retard' ? avancement.enRetardCount : (avancement.partRealisee ?? Number.NEGATIVE_INFINITY)
  return plans.toSorted((one, other) => Number(rank(one) < rank(other)) - Number(rank(one) > rank(other)))
}
