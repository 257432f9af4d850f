import type { NodeName } from '../../src/graphql/global-id.ts'
import type { World } from '../whole-world.ts'
import { seesIt } from './reads.ts'
import type { Audience } from './readers.ts'
import { uuid } from './stage.ts'

/** How a key, which has no `node`, comes to objects of a type: a query, with `@` where what is asked of them stands. */
export const WAYS: Partial<Record<NodeName, (world: World) => string>> = {
  Collectivite: ({ collectivite }) => `collectivite(siren: "${collectivite.siren}") @`,
  Indicateur: ({ ids }) => `indicateur(uuid: "${uuid(ids.Indicateur[0])}") @`,
  Plan: ofPlan('@'),
  Axe: ofPlan('{ axes(first: 9) { edges { node @ } } }'),
  Placement: ofPlan('{ placements(first: 9) { edges { node @ } } }'),
  ChampPropre: ofPlan('{ champsPropres @ }'),
  ChampPropreChoix: ofPlan('{ champsPropres { choix @ } }'),
  Fiche: ofFiche('@'),
  Service: ofFiche('{ services @ }'),
  Label: ofFiche('{ tags @ }'),
  LigneBudget: ofFiche('{ budgets @ }'),
  LigneFinanceur: ofFiche('{ financeurs @ }'),
  MesureLiee: ofFiche('{ mesuresLiees @ }'),
  NoteSuivi: ofFiche('{ notesSuivi(first: 9) { edges { node @ } } }'),
  Fil: ofFiche('{ fils(first: 9) { edges { node @ } } }'),
  Commentaire: ofFiche('{ fils(first: 9) { edges { node { commentaires(first: 9) { edges { node @ } } } } } }'),
  Lien: ofFiche('{ liens @ }'),
}

function ofPlan(path: string) {
  return ({ ids }: World) => `plan(uuid: "${uuid(ids.Plan[0])}") ${path}`
}

function ofFiche(path: string) {
  return ({ ids }: World) => `fiche(uuid: "${uuid(ids.Fiche[0])}") ${path}`
}

/** Who sees that by which a key comes to objects of a type. */
export function holds(type: NodeName): Audience {
  return seesIt(type === 'Collectivite' || type === 'Indicateur' ? type : 'Plan')
}
