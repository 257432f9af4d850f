import { inTransaction } from '../../bus/in-transaction.ts'
import { linkFiches } from '../../domain/lien/link-fiches.ts'
import { MAX_LIENS } from '../../domain/lien/lien-rules.ts'
import { builder } from '../builder.ts'
import { LienTypeEnum } from '../enums.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { LienObject } from './lien.ts'

const LinkFichesInput = builder.inputType('LinkFichesInput', {
  description: 'Deux fiches à lier.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche qui contribue ou qui dépend, quand le lien a un sens.' }),
    autreId: t.id({ required: true, description: 'L’autre fiche.' }),
    type: t.field({ type: LienTypeEnum, required: true, description: 'Ce que le lien dit.' }),
  }),
})

const LinkFichesSuccess = builder.objectRef<{ lienId: string }>('LinkFichesSuccess').implement({
  description: 'Les fiches sont liées.',
  fields: (t) => ({
    lien: t.prismaField({
      type: LienObject,
      description: 'Le lien, nouveau ou déjà là.',
      resolve: (query, { lienId }, _args, { prisma }) =>
        prisma.lien.findUniqueOrThrow({ ...query, where: { id: lienId } }),
    }),
  }),
})

builder.mutationField('linkFiches', (t) =>
  t.field({
    type: LinkFichesSuccess,
    description: `Lie deux fiches que vous pouvez lire, dont une que vous pouvez modifier. Un même lien n’existe qu’une fois ; ${MAX_LIENS} liens par fiche. Codes : LIEN_SELF, LIEN_REVERSED, TOO_MANY_LIENS.`,
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'LinkFichesResult', description: 'Le lien, ou une erreur.' },
    },
    args: { input: t.arg({ type: LinkFichesInput, required: true, description: 'Les fiches à lier.' }) },
    resolve: async (_root, { input: { ficheId, autreId, type } }, context) => {
      const lien = await inTransaction(context, (useCase) =>
        linkFiches(useCase, { ficheId: uuidOf('Fiche', ficheId), autreId: uuidOf('Fiche', autreId), type }),
      )
      return { lienId: lien.id }
    },
  }),
)
