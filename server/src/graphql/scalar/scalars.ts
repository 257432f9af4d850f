import { GraphQLError } from 'graphql'
import { z } from 'zod'
import { builder } from '../builder.ts'

const uuid = z.guid().transform((text) => text.toLowerCase())
// PostgreSQL knows no year 0.
const date = z.iso.date().refine((text) => text >= '0001-01-01')
const dateTime = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/** Digits enough for any amount; each use says its own limits. */
const MAX_DECIMAL_CHARACTERS = 60
const decimal = z
  .string()
  .max(MAX_DECIMAL_CHARACTERS)
  .regex(/^-?\d+(\.\d+)?$/)

function reader<Schema extends z.ZodType>(schema: Schema, expected: string) {
  return (value: unknown): z.output<Schema> => {
    const result = schema.safeParse(value)
    if (!result.success) throw new GraphQLError(`Valeur illisible : ${expected} est attendu.`)
    return result.data
  }
}

builder.scalarType('UUID', {
  description: 'Identifiant universel (RFC 9562), en minuscules. Exemple : 01920f4e-7a3c-7b1d-9e55-0c2f4f1f6a10.',
  serialize: (value) => value,
  parseValue: reader(uuid, 'un UUID'),
})

builder.scalarType('Date', {
  description: 'Jour, sans heure, au format AAAA-MM-JJ. Exemple : 2026-03-31.',
  serialize: (value) => value.toISOString().slice(0, 'AAAA-MM-JJ'.length),
  parseValue: reader(date, 'un jour AAAA-MM-JJ'),
})

builder.scalarType('DateTime', {
  description: 'Instant au format ISO 8601, en temps universel. Exemple : 2026-03-31T08:15:00.000Z.',
  serialize: (value) => value.toISOString(),
  parseValue: reader(dateTime, 'un instant ISO 8601'),
})

builder.scalarType('Decimal', {
  description:
    'Nombre décimal exact, écrit en texte avec un point, sans espace ni exposant : aucun chiffre ne se perd. Exemple : "12.5".',
  serialize: (value) => value.toFixed(),
  parseValue: reader(decimal, 'un nombre décimal écrit en texte, comme "12.5",'),
})
