import { mayInCollectivite } from '../rights/may.ts'
import { membreIdsOf, type Viewer } from '../viewer.ts'

/** What of a view says who may change it. */
export interface VueTarget {
  collectiviteId: string
  /** Whose it is; null: the collectivité's. */
  membreId: string | null
  auteurId: string | null
}

/** The act that changing a view takes of a viewer who may read it: one's own, what one shared, what others share. */
export function actOn(viewer: Viewer | null, { membreId, auteurId }: VueTarget) {
  if (membreId !== null) return 'keepVues'
  return auteurId !== null && membreIdsOf(viewer).includes(auteurId) ? 'shareVues' : 'manageVues'
}

/** Whether a viewer may change or delete a view that they may read. */
export function mayChangeVue(viewer: Viewer | null, vue: VueTarget): boolean {
  return mayInCollectivite(viewer, actOn(viewer, vue), vue)
}
