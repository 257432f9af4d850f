import type { Collectivite, PlanVisibilite } from '@pupitre/prisma'
import type { World } from '../whole-world.ts'
import {
  agents,
  type Audience,
  everybody,
  indicateurReaders,
  membres,
  membresAndTheirKeys,
  membresWhoRead,
  published,
  readersOfSomething,
} from './readers.ts'
import { MARKS } from './marks.ts'
import { uuid } from './stage.ts'

export interface Asked {
  world: World
  collectivite: Collectivite
  visibilite: PlanVisibilite
  /** The uuid of what was merged into its first fiche. */
  merged: string
}

/** A query: how it is asked for what is in a world, and who is told of that. */
export interface Query {
  ask: (asked: Asked) => string
  seen: Audience
  /** What its answer tells it by, where that is not the mark of the plans of the world. */
  told?: (asked: Asked) => string
}

const nom = ({ collectivite }: Asked): string => collectivite.nom

/** What is expected of every query of the schema. One that is not named here fails the build. */
export const QUERIES: Record<string, Query> = {
  plan: { ask: ({ world: { ids } }) => `plan(uuid: "${uuid(ids.Plan[0])}") { nom }`, seen: everybody },
  plans: {
    ask: ({ visibilite }) =>
      `plans(first: 100, where: { nom: { contains: "${MARKS[visibilite]}" } }) { edges { node { nom } } }`,
    seen: agents,
  },
  plansPublics: {
    ask: ({ collectivite }) =>
      `plansPublics(first: 100, where: { siren: "${collectivite.siren}" }) { edges { node { nom } } }`,
    seen: published,
  },
  fiche: { ask: ({ world: { ids } }) => `fiche(uuid: "${uuid(ids.Fiche[0])}") { titre }`, seen: everybody },
  ficheFusionnee: { ask: ({ merged }) => `ficheFusionnee(uuid: "${merged}") { titre }`, seen: everybody },
  fiches: { ask: () => 'fiches(first: 100) { edges { node { titre } } }', seen: agents },
  searchFiches: {
    ask: ({ visibilite }) => `searchFiches(first: 20, recherche: "${MARKS[visibilite]}") { fiche { titre } }`,
    seen: agents,
  },
  similarFiches: {
    ask: ({ world: { ids }, visibilite }) =>
      `similarFiches(planId: "${ids.Plan[1]}", titre: "Haies ${MARKS[visibilite]}", first: 20) { fiche { titre } }`,
    seen: agents,
  },
  indicateur: {
    ask: ({ world: { ids } }) => `indicateur(uuid: "${uuid(ids.Indicateur[0])}") { collectivite { nom } }`,
    seen: indicateurReaders,
    told: nom,
  },
  // It publishes a plan.
  collectivite: {
    ask: ({ collectivite }) => `collectivite(siren: "${collectivite.siren}") { nom }`,
    seen: () => true,
    told: nom,
  },
  collectivites: {
    ask: () => 'collectivites(first: 100) { edges { node { nom } } }',
    seen: membresAndTheirKeys,
    told: nom,
  },
  changes: {
    ask: () => 'changes(first: 100) { edges { node { objet { ... on Plan { nom } ... on Fiche { titre } } } } }',
    seen: agents,
  },
  agregats: {
    ask: ({ collectivite }) =>
      `agregats(siren: "${collectivite.siren}") { parCollectivite { collectivite { nom } fichesCount } }`,
    // Whoever reads one of its plans as an agent; counts of what each may read are in agregats.test.ts.
    seen: readersOfSomething,
    told: nom,
  },
  agregatsPublics: {
    ask: ({ collectivite }) =>
      `agregatsPublics(siren: "${collectivite.siren}") { parCollectivite { collectivite { nom } fichesCount } }`,
    seen: () => true,
    told: nom,
  },
  changesPublics: {
    ask: () => 'changesPublics(first: 1) { edges { cursor } }',
    // Of all collectivités at once, those of the tests beside this one too: changes-property.test.ts follows it.
    seen: () => false,
  },
  node: { ask: ({ world: { ids } }) => `node(id: "${ids.Plan[0]}") { ... on Plan { nom } }`, seen: everybody },
  deletionPreview: {
    ask: ({ world: { ids } }) => `deletionPreview(ids: ["${ids.Plan[0]}"]) { fiches }`,
    seen: agents,
    told: () => '"fiches":1',
  },
  placementPreview: {
    ask: ({ world: { ids } }) =>
      `placementPreview(ficheId: "${ids.Fiche[0]}", planId: "${ids.Plan[1]}") { before after }`,
    seen: membresWhoRead,
    told: () => '"before":',
  },
  viewer: {
    ask: () => 'viewer { membres(first: 9) { edges { node { collectivite { nom } } } } }',
    seen: membres,
    told: nom,
  },
  pupitre: {
    ask: ({ collectivite }) => `pupitre(siren: "${collectivite.siren}") { collectivite { nom } }`,
    seen: membres,
    told: nom,
  },
  // Whoever holds an invitation’s link reads it: rights-people.test.ts looks at it.
  invitation: {
    ask: ({ world: { ids } }) => `invitation(token: "${uuid(ids.Invitation[0])}") { email }`,
    seen: () => false,
    told: () => '@',
  },
  // Reference data, the same for everyone.
  thematiques: { ask: () => 'thematiques { sousThematiques { nom } }', seen: () => true, told: () => 'Artisanat' },
}
