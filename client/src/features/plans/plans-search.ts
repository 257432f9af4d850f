/** What plans are sorted by: by name when absent. */
export const TRIS = ['avancement', 'retard'] as const
export type Tri = (typeof TRIS)[number]

/** What the page of plans shows and how, all of it in its address. */
export interface PlansSearch {
  /** Absent: the cards. */
  vue?: 'tableau' | undefined
  tri?: Tri | undefined
  /** Opens the dialog which creates one. */
  creer?: true | undefined
}

/** What an address says; what it says wrong is left out. */
export function readPlansSearch({ vue, tri, creer }: Record<string, unknown>): PlansSearch {
  return {
    vue: vue === 'tableau' ? vue : undefined,
    tri: TRIS.find((each) => each === tri),
    creer: creer === true ? creer : undefined,
  }
}
