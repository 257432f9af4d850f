import type { Change } from '../../src/domain/change.ts'
import type { World } from '../whole-world.ts'
import { agents, type Audience, editeurs, indicateurAgents, membres } from './readers.ts'
import { uuid } from './stage.ts'

/** A subscription: how one follows something of a world, who may, and a change of it. */
export interface Subscription {
  query: (world: World) => string
  seen: Audience
  change: (world: World) => Change
}

/** What is expected of every subscription. One that is not named here, nor in `OF_ONESELF`, fails the build. */
export const SUBSCRIPTIONS: Record<string, Subscription> = {
  ficheChanged: {
    query: ({ ids }) => `ficheChanged(uuid: "${uuid(ids.Fiche[0])}") { fields fiche { titre } }`,
    seen: agents,
    change: ({ ids }) => ({ kind: 'fiche', ficheId: uuid(ids.Fiche[0]), fields: ['statut'] }),
  },
  planChanged: {
    query: ({ ids }) => `planChanged(uuid: "${uuid(ids.Plan[0])}") { fields }`,
    seen: agents,
    change: ({ ids }) => ({ kind: 'plan', planId: uuid(ids.Plan[0]), fields: ['nom'] }),
  },
  indicateurChanged: {
    query: ({ ids }) => `indicateurChanged(uuid: "${uuid(ids.Indicateur[0])}") { fields }`,
    seen: indicateurAgents,
    change: ({ ids }) => ({ kind: 'indicateur', indicateurId: uuid(ids.Indicateur[0]), fields: ['unite'] }),
  },
  // What it tells, and to whom, once something is deleted: watch-corbeille.test.ts.
  corbeilleChanged: {
    query: ({ ids }) => `corbeilleChanged(collectiviteId: "${ids.Collectivite[0]}") { at }`,
    seen: editeurs,
    change: ({ collectivite }) => ({ kind: 'corbeille', collectiviteId: collectivite.id }),
  },
  vuesChanged: {
    query: ({ ids }) => `vuesChanged(collectiviteId: "${ids.Collectivite[0]}") { at }`,
    seen: membres,
    change: ({ collectivite }) => ({ kind: 'vues', collectiviteId: collectivite.id }),
  },
}

/** Told of one's own fiches alone: rights-mes-fiches.test.ts looks at it. */
export const OF_ONESELF: ReadonlySet<string> = new Set(['mesFichesChanged'])
