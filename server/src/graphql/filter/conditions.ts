import { badInput } from '../connection/page-arguments.ts'
import { type NodeName, uuidOf } from '../global-id.ts'
import { MAX_COMPARED_VALUES } from './comparators.ts'

/** An optional input: absent and null both mean nothing asked. */
export type Maybe<Value> = Value | null | undefined

export interface TextComparison {
  equals?: Maybe<string>
  contains?: Maybe<string>
  startsWith?: Maybe<string>
}

/** A comparison of text as Prisma writes it; undefined when nothing is asked. */
export function textConditions(filter: Maybe<TextComparison>) {
  if (!filter) return []
  const { equals, contains, startsWith } = filter
  return [
    ...(equals == null ? [] : [{ equals }]),
    ...(contains == null ? [] : [{ contains: literal(contains), mode: 'insensitive' as const }]),
    ...(startsWith == null ? [] : [{ startsWith: literal(startsWith), mode: 'insensitive' as const }]),
  ]
}

/** Text for `contains` or `startsWith`: Prisma hands `%`, `_` and `\` over to LIKE as they are; people mean the characters. */
export function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)
}

interface IdComparison {
  equals?: Maybe<string>
  in?: Maybe<readonly string[]>
}

/** The uuids that a comparison of global ids allows; undefined when nothing is asked. */
export function uuidsAllowed(typename: NodeName, filter: Maybe<IdComparison>): string[] | undefined {
  if (!filter) return undefined
  const uuids = filter.in && bounded(filter.in).map((id) => uuidOf(typename, id))
  if (filter.equals == null) return uuids ?? undefined
  const uuid = uuidOf(typename, filter.equals)
  return uuids && !uuids.includes(uuid) ? [] : [uuid]
}

/** Values among which one must be. */
export function amongConditions<Value>(values: Maybe<readonly Value[]>) {
  return values == null ? [] : [{ in: [...bounded(values)] }]
}

/** Rows which answer a condition, or those which do not, if either is asked. */
export function whereTrue<Where extends object>(condition: Where, asked: Maybe<boolean>) {
  if (asked == null) return []
  return [asked ? condition : { NOT: condition }]
}

export interface ValueComparison<Value> {
  in?: Maybe<readonly Value[]>
  isNull?: Maybe<boolean>
}

export interface DecimalComparison {
  atLeast?: Maybe<string>
  atMost?: Maybe<string>
}

export interface DateComparison {
  equals?: Maybe<string>
  before?: Maybe<string>
  after?: Maybe<string>
  isNull?: Maybe<boolean>
}

function bounded<Value>(values: readonly Value[]): readonly Value[] {
  if (values.length > MAX_COMPARED_VALUES) throw badInput(`On compare à ${MAX_COMPARED_VALUES} valeurs au plus.`)
  return values
}
