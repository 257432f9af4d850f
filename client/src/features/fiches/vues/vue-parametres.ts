import { type FichesSearch, readFichesSearch } from '../fiches-search.ts'

/** What an address shows, as a view keeps it: sorted, and without which view it comes from. */
export function parametresOf(search: FichesSearch): string {
  const said = Object.entries({ ...search, enregistree: undefined }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return new URLSearchParams(said.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))).toString()
}

/** The address of a view that is kept; what it says and no page understands any more is left out. */
export function searchOfVue({ id, parametres }: { id: string; parametres: string }): FichesSearch {
  return { ...readFichesSearch(Object.fromEntries(new URLSearchParams(parametres))), enregistree: id }
}

/** Whether an address shows something else than the view that it comes from. */
export function isModified(search: FichesSearch, vue: { id: string; parametres: string }): boolean {
  return parametresOf(search) !== parametresOf(searchOfVue(vue))
}
