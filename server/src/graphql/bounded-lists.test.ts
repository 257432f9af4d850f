import { getNamedType, getNullableType, type GraphQLField, isEnumType, isListType, isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { schema } from './schema.ts'

/** How a list that is no page says how long it may be, in its description: « 100 au plus ». */
const SAYS_ITS_LIMIT = /au plus/

/** What one mutation did, or one event tells: as much as its input names, which is bounded. */
const IS_OF_ONE_ACT = /(?:Success|Change)$|^MoveBack$|^Validation/

/** Lists that are as long as something else is. */
const BOUNDED_OTHERWISE: Record<string, string> = {
  'Fiche.budgetTotal': 'two units, three types',
  'Fiche.champsPropres': 'the champs of each plan that holds it, 30 at most each',
  'Fiche.sousThematiques': 'reference data',
  'Fiche.thematiques': 'reference data',
  'FicheChampPropre.choixPossibles': 'the choices of one champ, 50 at most',
  'Membre.services': 'the services of one collectivité',
  'Query.searchFiches': 'its own argument first, 50 at most',
  'Query.thematiques': 'reference data',
}

type Field = GraphQLField<unknown, unknown>

function fieldsOf(isWanted: (field: Field) => boolean): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__') && !IS_OF_ONE_ACT.test(type.name)
      ? Object.values(type.getFields())
          .filter(isWanted)
          .map((field) => `${type.name}.${field.name}`)
      : [],
  )
}

it('has no list of unknown length: each is a page, a set of named values, or says its limit', () => {
  const isUnbounded = ({ name, type, description }: Field) =>
    isListType(getNullableType(type)) &&
    // The edges of a page are as many as were asked for.
    name !== 'edges' &&
    !isEnumType(getNamedType(type)) &&
    !SAYS_ITS_LIMIT.test(description ?? '')
  expect(fieldsOf(isUnbounded).toSorted()).toEqual(Object.keys(BOUNDED_OTHERWISE).toSorted())
})

it('lets each page be asked for from both ends, by a size', () => {
  const isConnection = ({ type }: Field) => getNamedType(type).name.endsWith('Connection')
  const lacksArguments = (field: Field) =>
    isConnection(field) &&
    !['first', 'last', 'after', 'before'].every((name) => field.args.some((argument) => argument.name === name))
  expect(fieldsOf(isConnection).length).toBeGreaterThan(0)
  expect(fieldsOf(lacksArguments)).toEqual([])
})
