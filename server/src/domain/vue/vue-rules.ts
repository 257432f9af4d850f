import { z } from 'zod'
import { nomSchema } from '../nom-rules.ts'

/** Views of one member, and those of one collectivité: each a list to choose from. */
export const MAX_VUES = 50

export const MAX_VUE_NOM_CHARACTERS = 80

/** Of the search of an address: some browsers and proxies take no longer ones. */
export const MAX_PARAMETRES_CHARACTERS = 6_000

/** Filters, order, columns… as many as a page may have, and more. */
const MAX_PARAMETRES = 100

/** A name of a parameter, as pages spell them. */
const NAME = /^[a-z][a-z0-9.-]{0,99}$/i

export const vueNomSchema = nomSchema({ what: 'à cette vue', maxCharacters: MAX_VUE_NOM_CHARACTERS })

/** What a page's address says after its `?`: names and values, each name once, sorted, without those that say nothing. */
export const parametresSchema = z
  .string()
  .refine(({ length }) => length <= MAX_PARAMETRES_CHARACTERS, {
    error: 'Cette vue retient trop de choses : retirez des valeurs de ses filtres.',
    params: { code: 'PARAMETRES_TOO_LONG' },
    abort: true,
  })
  .transform((text) => [...new URLSearchParams(text)].filter(([name, value]) => name !== '' && value !== ''))
  .refine(isSearch, {
    error: 'Ce ne sont pas les paramètres d’une page : copiez ce qui suit « ? » dans son adresse.',
    params: { code: 'PARAMETRES_INVALID' },
  })
  .transform((entries) => new URLSearchParams(entries.toSorted(byName)).toString())

function isSearch(entries: readonly [string, string][]): boolean {
  const names = new Set(entries.map(([name]) => name))
  return (
    names.size === entries.length &&
    entries.length <= MAX_PARAMETRES &&
    // Control characters are of no address, and PostgreSQL keeps no zero byte.
    entries.every(([name, value]) => NAME.test(name) && !/\p{Cc}/u.test(value))
  )
}

function byName([one]: [string, string], [other]: [string, string]): number {
  return one < other ? -1 : 1
}
