import type { Collectivite } from '@pupitre/prisma'
import { type PremierPas, premiersPas } from '../../domain/pupitre/premiers-pas.ts'
import { derniereVisite } from '../../domain/pupitre/visite.ts'
import { membreIn } from '../../domain/viewer.ts'
import { readableCollectivites } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'

const PremierPasCodeEnum = builder.enumType('PremierPasCode', {
  description: 'Ce que l’on fait d’abord.',
  values: {
    IDENTITE: { description: 'Donner ses prénom et nom ; pour un admin, être aussi d’un service s’il y en a.' },
    PREMIER_PLAN: { description: 'Avoir un premier plan.' },
    COLLEGUES: { description: 'Ne plus être seul : un autre membre, ou une invitation.' },
    PREMIERE_FICHE: { description: 'Créer ou modifier une fiche.' },
    PREMIERE_NOTE: { description: 'Écrire une note de suivi.' },
  } as const,
})

const PremierPasType = builder.objectRef<PremierPas>('PremierPas').implement({
  description: 'Une chose à faire d’abord, et si elle l’est.',
  fields: (t) => ({
    code: t.expose('code', { type: PremierPasCodeEnum, description: 'Ce qui est à faire.' }),
    fait: t.exposeBoolean('fait', { description: 'Vrai si les données disent que c’est fait.' }),
  }),
})

export const PupitreType = builder.objectRef<{ membreId: string; collectiviteId: string }>('Pupitre').implement({
  description: 'Ce que votre première page retient de vous dans une collectivité. Vous seul le lisez.',
  fields: (t) => ({
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'La collectivité.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
    derniereVisite: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Fin de votre visite d’avant celle-ci ; null si c’est la première. Une visite finit après une heure sans revoir la page.',
      resolve: async ({ membreId }, _args, { prisma }) => {
        const kept = await prisma.membrePupitre.findUnique({ where: { membreId } })
        return kept && derniereVisite(kept, new Date())
      },
    }),
    premiersPas: t.field({
      type: [PremierPasType],
      description:
        'Ce que l’on fait d’abord selon son rôle, dans l’ordre, trois choses au plus ; vide une fois écarté, et pour un lecteur.',
      resolve: ({ collectiviteId }, _args, { prisma, viewer }) => premiersPas({ prisma, viewer, collectiviteId }),
    }),
  }),
})

builder.queryField('pupitre', (t) =>
  t.field({
    type: PupitreType,
    nullable: true,
    description: 'Ce que votre première page retient de vous ; null là où vous n’êtes pas membre.',
    args: { siren: t.arg.string({ required: true, description: 'Numéro SIREN de la collectivité.' }) },
    resolve: async (_root, { siren }, { prisma, viewer }) => {
      const collectivite: Pick<Collectivite, 'id'> | null = await prisma.collectivite.findFirst({
        where: { siren, AND: [readableCollectivites(viewer)] },
        select: { id: true },
      })
      const membership = collectivite && membreIn(viewer, collectivite.id)
      return membership ? { membreId: membership.membreId, collectiviteId: membership.collectiviteId } : null
    },
  }),
)
