import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import { longDate } from '../../../lib/text/dates.ts'
import { counted } from '../../../lib/text/french.ts'
import { AVEC, daysOf, type FilterName, filterOf, OUI, SANS, valuesOf } from '../fiche-filters.ts'
import { useThematiqueNoms } from './use-filter-options.ts'

export const COLON = '\u00a0: '

/** Values that are named; more are counted. */
const MAX_NAMED = 2

/** What a filter says, in words. */
export function FilterText({ name, value }: { name: FilterName; value: string | undefined }) {
  const filter = filterOf(name)
  if (value === undefined) return null
  if (value === AVEC) return <>{`${COLON}avec`}</>
  if (value === SANS) return <>{`${COLON}sans`}</>
  switch (filter.kind) {
    case 'truth':
      return <>{`${COLON}${(value === OUI ? filter.yes : filter.no).toLowerCase()}`}</>
    case 'days':
      return <>{`${COLON}${daysWords(value)}`}</>
    case 'choice':
      return <Named labels={valuesOf(value).map((each) => filter.labels[each] ?? each)} />
    case 'named':
      return name === 'thematique' || name === 'sousThematique' ? (
        <ThematiqueNames codes={valuesOf(value)} />
      ) : (
        <ObjectNames ids={valuesOf(value)} />
      )
    case 'presence':
      return null
  }
}

/** What is named, and how many others. */
export function Named({ labels }: { labels: readonly string[] }) {
  const others = labels.length - MAX_NAMED
  const named = labels.slice(0, MAX_NAMED).join(', ')
  return <>{`${COLON}${named}${others > 0 ? ` et ${counted(others, 'autre', 'autres')}` : ''}`}</>
}

function ThematiqueNames({ codes }: { codes: readonly string[] }) {
  const noms = useThematiqueNoms()
  return <Named labels={codes.map((code) => noms.get(code) ?? code)} />
}

const namedObject = graphql(`
  query NamedObject($id: ID!) {
    node(id: $id) {
      id
      ... on Service {
        nom
      }
      ... on Personne {
        nom
      }
      ... on Label {
        nom
      }
      ... on Plan {
        nom
      }
      ... on Indicateur {
        nom
      }
    }
  }
`)

function ObjectNames({ ids }: { ids: readonly string[] }) {
  const others = ids.length - MAX_NAMED
  return (
    <>
      {COLON}
      {ids.slice(0, MAX_NAMED).map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <ObjectName id={id} />
        </span>
      ))}
      {others > 0 && ` et ${counted(others, 'autre', 'autres')}`}
    </>
  )
}

/** The name of what a filter of an address names; gone, it finds nothing. */
function ObjectName({ id }: { id: string }) {
  const { data, loading } = useQuery(namedObject, { variables: { id } })
  const node = data?.node
  if (node && 'nom' in node) return <>{node.nom}</>
  return <>{loading ? '…' : 'introuvable'}</>
}

/** A span of days in words. */
export function daysWords(value: string): string {
  const { from, to } = daysOf(value)
  if (from !== null && to !== null) return `du ${longDate(from)} au ${longDate(to)}`
  return from === null ? `jusqu’au ${longDate(to ?? '')}` : `à partir du ${longDate(from)}`
}
