import { type PlacementPreview, previewPlacement } from '../../domain/placement/preview-placement.ts'
import { builder } from '../builder.ts'
import { uuidOf } from '../global-id.ts'

const AudienceEnum = builder.enumType('Audience', {
  description: 'Qui lit une fiche, du plus petit nombre au plus grand.',
  values: {
    PILOTES: { description: 'Ses pilotes, ceux à qui un accès y est donné et les admins : elle est restreinte.' },
    ADMINS: { description: 'Les admins et ceux à qui un accès est donné : elle n’est que dans des plans restreints.' },
    MEMBRES: { description: 'Tous les membres de la collectivité.' },
    TOUS: { description: 'N’importe qui : elle est dans un plan public. Les nombres comptent les membres.' },
  } as const,
})

const PlacementPreviewType = builder.objectRef<PlacementPreview>('PlacementPreview').implement({
  description: 'Qui lirait une fiche une fois placée dans un plan.',
  fields: (t) => ({
    before: t.expose('before', { type: AudienceEnum, description: 'Qui la lit maintenant.' }),
    after: t.expose('after', { type: AudienceEnum, description: 'Qui la lirait.' }),
    readersBefore: t.exposeInt('readersBefore', { description: 'Nombre de membres qui la lisent maintenant.' }),
    readersAfter: t.exposeInt('readersAfter', { description: 'Nombre de membres qui la liraient.' }),
  }),
})

builder.queryField('placementPreview', (t) =>
  t.field({
    type: PlacementPreviewType,
    nullable: true,
    description:
      'Qui lirait une fiche une fois placée dans un plan ; null si l’un des deux ne peut être lu, ou si vous n’êtes pas membre de la collectivité.',
    args: {
      ficheId: t.arg.id({ required: true, description: 'La fiche.' }),
      planId: t.arg.id({ required: true, description: 'Le plan.' }),
    },
    resolve: (_root, { ficheId, planId }, { prisma, viewer }) =>
      previewPlacement({ prisma, viewer }, { ficheId: uuidOf('Fiche', ficheId), planId: uuidOf('Plan', planId) }),
  }),
)
