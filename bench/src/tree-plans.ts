import type { Page } from '@playwright/test'
import { graphqlAs } from '../../e2e/src/graphql-as.ts'

export interface MadePlan {
  nom: string
  /** One of its axes, to rename. */
  axeId: string
  /** Axes and fiches. */
  lines: number
}

interface Size {
  nom: string
  roots: number
  axesUnder: number
  fiches: number
}

/** Makes a plan by the API, as a script would: fiches go to its deepest axes, turn by turn. */
export async function makePlan(page: Page, { nom, roots, axesUnder, fiches }: Size): Promise<MadePlan> {
  const { plans } = await graphqlAs<{ plans: { edges: { node: { collectivite: { id: string } } }[] } }>(
    page,
    '{ plans(first: 1) { edges { node { collectivite { id } } } } }',
  )
  const collectiviteId = plans.edges[0]?.node.collectivite.id
  const { createPlan } = await graphqlAs<{ createPlan: { plan: { id: string } } }>(
    page,
    'mutation ($input: CreatePlanInput!) { createPlan(input: $input) { ... on CreatePlanSuccess { plan { id } } } }',
    { input: { collectiviteId, nom, type: 'PCAET' } },
  )
  const planId = createPlan.plan.id
  const createAxe = async (axe: { nom: string; parentId?: string }) => {
    const made = await graphqlAs<{ createAxe: { axe: { id: string } } }>(
      page,
      'mutation ($input: CreateAxeInput!) { createAxe(input: $input) { ... on CreateAxeSuccess { axe { id } } } }',
      { input: { planId, ...axe } },
    )
    return made.createAxe.axe.id
  }
  const rootIds: string[] = []
  const deepest: string[] = []
  for (let root = 1; root <= roots; root += 1) {
    const parentId = await createAxe({ nom: `Axe ${root}` })
    rootIds.push(parentId)
    for (let under = 1; under <= axesUnder; under += 1)
      deepest.push(await createAxe({ nom: `Axe ${root}.${under} Orientation de l’axe ${root}`, parentId }))
  }
  for (let fiche = 1; fiche <= fiches; fiche += 1) {
    await graphqlAs(page, 'mutation ($input: CreateFicheInput!) { createFiche(input: $input) { __typename } }', {
      input: {
        planId,
        axeId: deepest[fiche % deepest.length],
        titre: `Fiche ${fiche} : accompagner les communes dans la rénovation de leurs bâtiments publics`,
      },
    })
  }
  return { nom, axeId: deepest[0] ?? '', lines: rootIds.length + deepest.length + fiches }
}
