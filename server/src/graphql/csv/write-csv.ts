import { GraphQLFloat, type GraphQLNamedType, GraphQLBoolean, isEnumType } from 'graphql'
import type { Column, Table } from './columns.ts'

/** By it Excel knows that a file is in UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** What Excel in French takes for the end of a cell. */
const SEPARATOR = ';'
const END_OF_LINE = '\r\n'

/** Between the values of a cell that has several. */
const BETWEEN_VALUES = ' | '

/** How a text begins that a spreadsheet would compute. */
const FORMULA = /^[=+\-@\t\r\n]/

/** Numbers that are written with a comma. */
const WITH_COMMA: ReadonlySet<string> = new Set(['Decimal', GraphQLFloat.name])

/** Types whose values are numbers or days: what begins with a sign is not computed. */
const NEVER_FORMULA: ReadonlySet<string> = new Set(['Decimal', 'Float', 'Int', 'Date', 'DateTime', 'Boolean'])

/** The table of an answer, as Excel in French opens it: UTF-8, semicolons, decimal commas, words instead of codes, and no formula. */
export function writeCsv({ path, columns }: Table, data: unknown): string {
  const rows = path.reduce((value, key) => inside(value, key), data)
  const lines = [
    columns.map(({ heading }) => quoted(heading)),
    ...(Array.isArray(rows) ? rows : []).map((row) => columns.map((column) => quoted(cellOf(column, row)))),
  ]
  return BYTE_ORDER_MARK + lines.map((cells) => cells.join(SEPARATOR) + END_OF_LINE).join('')
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function cellOf({ path, type }: Column, row: unknown): string {
  const values = path.reduce<unknown[]>((all, key) => all.flatMap((value) => inside(value, key)), [row])
  return values
    .filter((value) => value !== null && value !== undefined)
    .map((value) => wordOf(value, type))
    .join(BETWEEN_VALUES)
}

function wordOf(value: unknown, type: GraphQLNamedType): string {
  if (typeof value === 'boolean' && type.name === GraphQLBoolean.name) return value ? 'oui' : 'non'
  const text = typeof value === 'string' ? value : String(value)
  if (isEnumType(type)) return type.getValue(text)?.description ?? text
  if (WITH_COMMA.has(type.name)) return text.replace('.', ',')
  return !NEVER_FORMULA.has(type.name) && FORMULA.test(text) ? `'${text}` : text
}

function quoted(cell: string): string {
  return /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
