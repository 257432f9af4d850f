import { inTransaction } from '../../bus/in-transaction.ts'
import { type FicheLink, addFicheIndicateur, removeFicheIndicateur } from '../../domain/indicateur/link-fiche.ts'
import { FicheType } from '../fiche/fiche.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { IndicateurType } from './indicateur.ts'

const FicheIndicateurInput = builder.inputType('FicheIndicateurInput', {
  description: 'Une fiche et un indicateur de la même collectivité.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    indicateurId: t.id({ required: true, description: 'L’indicateur.' }),
  }),
})

const AddFicheIndicateurSuccess = success('AddFicheIndicateurSuccess', 'L’indicateur est lié à la fiche.')
const RemoveFicheIndicateurSuccess = success('RemoveFicheIndicateurSuccess', 'L’indicateur n’est plus lié à la fiche.')

function success(name: string, description: string) {
  return builder.objectRef<FicheLink>(name).implement({
    description,
    fields: (t) => ({
      fiche: t.prismaField({
        type: FicheType,
        description: 'La fiche, avec ses indicateurs.',
        resolve: (query, { ficheId }, _args, { prisma }) =>
          prisma.fiche.findUniqueOrThrow({ ...query, where: { id: ficheId } }),
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

builder.mutationField('addFicheIndicateur', (t) =>
  t.field({
    type: AddFicheIndicateurSuccess,
    description: 'Lie un indicateur à une fiche. Demande de pouvoir modifier la fiche.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'AddFicheIndicateurResult', description: 'Le lien fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: FicheIndicateurInput, required: true, description: 'Ce qu’il faut lier.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => addFicheIndicateur(useCase, readLink(input))),
  }),
)

builder.mutationField('removeFicheIndicateur', (t) =>
  t.field({
    type: RemoveFicheIndicateurSuccess,
    description: 'Délie un indicateur et une fiche. Demande de pouvoir modifier la fiche.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RemoveFicheIndicateurResult', description: 'Le lien défait, ou une erreur.' },
    },
    args: { input: t.arg({ type: FicheIndicateurInput, required: true, description: 'Ce qu’il faut délier.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => removeFicheIndicateur(useCase, readLink(input))),
  }),
)

function readLink({ ficheId, indicateurId }: typeof FicheIndicateurInput.$inferInput): FicheLink {
  return { ficheId: uuidOf('Fiche', ficheId), indicateurId: uuidOf('Indicateur', indicateurId) }
}
