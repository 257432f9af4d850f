import { inTransaction } from '../../bus/in-transaction.ts'
import { type AxeLink, addAxeIndicateur, removeAxeIndicateur } from '../../domain/indicateur/link-axe.ts'
import { AxeType } from '../axe/axe.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { IndicateurType } from './indicateur.ts'

const AxeIndicateurInput = builder.inputType('AxeIndicateurInput', {
  description: 'Un axe et un indicateur de la même collectivité.',
  fields: (t) => ({
    axeId: t.id({ required: true, description: 'L’axe.' }),
    indicateurId: t.id({ required: true, description: 'L’indicateur.' }),
  }),
})

const AddAxeIndicateurSuccess = success('AddAxeIndicateurSuccess', 'L’indicateur est lié à l’axe.')
const RemoveAxeIndicateurSuccess = success('RemoveAxeIndicateurSuccess', 'L’indicateur n’est plus lié à l’axe.')

function success(name: string, description: string) {
  return builder.objectRef<AxeLink>(name).implement({
    description,
    fields: (t) => ({
      axe: t.prismaField({
        type: AxeType,
        description: 'L’axe, avec ses indicateurs.',
        resolve: (query, { axeId }, _args, { prisma }) =>
          prisma.axe.findUniqueOrThrow({ ...query, where: { id: axeId } }),
      }),
      indicateur: t.prismaField({
        type: IndicateurType,
        description: 'L’indicateur.',
        resolve: (query, { indicateurId }, _args, { prisma }) =>
          prisma.indicateur.findUniqueOrThrow({ ...query, where: { id: indicateurId } }),
      }),
    }),
  })
}

builder.mutationField('addAxeIndicateur', (t) =>
  t.field({
    type: AddAxeIndicateurSuccess,
    description: 'Lie un indicateur à un axe. Demande de pouvoir modifier le plan.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'AddAxeIndicateurResult', description: 'Le lien fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: AxeIndicateurInput, required: true, description: 'Ce qu’il faut lier.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => addAxeIndicateur(useCase, readLink(input))),
  }),
)

builder.mutationField('removeAxeIndicateur', (t) =>
  t.field({
    type: RemoveAxeIndicateurSuccess,
    description: 'Délie un indicateur et un axe. Demande de pouvoir modifier le plan.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RemoveAxeIndicateurResult', description: 'Le lien défait, ou une erreur.' },
    },
    args: { input: t.arg({ type: AxeIndicateurInput, required: true, description: 'Ce qu’il faut délier.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => removeAxeIndicateur(useCase, readLink(input))),
  }),
)

function readLink({ axeId, indicateurId }: typeof AxeIndicateurInput.$inferInput): AxeLink {
  return { axeId: uuidOf('Axe', axeId), indicateurId: uuidOf('Indicateur', indicateurId) }
}
