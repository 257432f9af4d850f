import {
  ConflictError,
  type DomainError,
  ForbiddenError,
  NotFoundError,
  ValidationError,
  type ValidationIssue,
} from '../domain/errors.ts'
import { typeset } from '../domain/typography.ts'
import { builder } from './builder.ts'

/** The typed errors that any mutation may answer. */
export const MUTATION_ERRORS = [ValidationError, NotFoundError, ForbiddenError, ConflictError]

const ErrorInterface = builder.interfaceRef<DomainError>('Error').implement({
  description: 'Un refus que l’on peut comprendre et corriger.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code stable, pour les programmes. Exemple : PLAN_NOT_FOUND.' }),
    message: t.string({
      description: 'Ce qui s’est passé et ce que l’on peut faire, en français.',
      resolve: ({ message }) => typeset(message),
    }),
  }),
})

const ValidationIssueType = builder.objectRef<ValidationIssue>('ValidationIssue').implement({
  description: 'Une chose à corriger dans ce qui a été envoyé.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code stable. Exemple : TITRE_TOO_LONG.' }),
    message: t.string({
      description: 'Ce qu’il faut corriger, en français.',
      resolve: ({ message }) => typeset(message),
    }),
    path: t.stringList({
      description: 'Où elle se trouve dans l’entrée, du plus large au plus précis.',
      resolve: ({ path }) => [...path],
    }),
  }),
})

builder.objectType(ValidationError, {
  name: 'ValidationError',
  description: 'Ce qui a été envoyé ne peut pas être accepté tel quel. Code : VALIDATION.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    issues: t.field({
      type: [ValidationIssueType],
      description: 'Tout ce qu’il y a à corriger.',
      resolve: ({ issues }) => [...issues],
    }),
  }),
})

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description:
    'Ce qui est nommé n’existe pas, ou ne peut être lu : les deux répondent pareil. Codes : COLLECTIVITE_NOT_FOUND, PLAN_NOT_FOUND…',
  interfaces: [ErrorInterface],
})

builder.objectType(ForbiddenError, {
  name: 'ForbiddenError',
  description: 'On peut lire, mais pas faire cela. Codes : CREATE_PLAN_FORBIDDEN, CREATE_FICHE_FORBIDDEN…',
  interfaces: [ErrorInterface],
})

builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: 'La demande contredit ce qui existe déjà.',
  interfaces: [ErrorInterface],
})
