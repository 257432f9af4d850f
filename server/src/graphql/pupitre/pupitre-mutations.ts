import { inTransaction } from '../../bus/in-transaction.ts'
import { dismissPremiersPas, noteVisite } from '../../domain/pupitre/change-pupitre.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { PupitreType } from './pupitre.ts'

const done = (name: string) =>
  builder.objectRef<{ membreId: string; collectiviteId: string }>(name).implement({
    description: 'C’est fait.',
    fields: (t) => ({
      pupitre: t.field({ type: PupitreType, description: 'Ce que la page retient.', resolve: (pupitre) => pupitre }),
    }),
  })

const asked = (name: string, description: string) =>
  builder.inputType(name, {
    description,
    fields: (t) => ({ collectiviteId: t.id({ required: true, description: 'La collectivité.' }) }),
  })

const NoteVisiteInput = asked('NoteVisiteInput', 'Note que vous regardez votre première page.')
const NoteVisiteSuccess = done('NoteVisiteSuccess')

builder.mutationField('noteVisite', (t) =>
  t.field({
    type: NoteVisiteSuccess,
    description: 'Note que vous regardez votre première page : ce que d’autres feront ensuite sera nouveau.',
    errors: { types: MUTATION_ERRORS, union: { name: 'NoteVisiteResult', description: 'C’est fait, ou une erreur.' } },
    args: { input: t.arg({ type: NoteVisiteInput, required: true, description: 'Où.' }) },
    resolve: async (_root, { input }, context) => {
      const collectiviteId = uuidOf('Collectivite', input.collectiviteId)
      const now = new Date()
      return {
        ...(await inTransaction(context, (useCase) => noteVisite(useCase, { collectiviteId, now }))),
        collectiviteId,
      }
    },
  }),
)

const DismissPremiersPasInput = asked('DismissPremiersPasInput', 'Écarte les premiers pas de votre première page.')
const DismissPremiersPasSuccess = done('DismissPremiersPasSuccess')

builder.mutationField('dismissPremiersPas', (t) =>
  t.field({
    type: DismissPremiersPasSuccess,
    description: 'Écarte pour toujours les premiers pas de votre première page.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'DismissPremiersPasResult', description: 'C’est fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: DismissPremiersPasInput, required: true, description: 'Où.' }) },
    resolve: async (_root, { input }, context) => {
      const collectiviteId = uuidOf('Collectivite', input.collectiviteId)
      const now = new Date()
      return {
        ...(await inTransaction(context, (useCase) => dismissPremiersPas(useCase, { collectiviteId, now }))),
        collectiviteId,
      }
    },
  }),
)
