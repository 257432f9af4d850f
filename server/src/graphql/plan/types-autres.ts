import { readableModeles, readablePlans } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'

/** More than anybody chooses from; a name that is left out is written again. */
const MAX_TYPES_AUTRES = 100

const AUTRE = { type: 'AUTRE', typeAutre: { not: null } } as const

builder.prismaObjectField(CollectiviteObject, 'typesAutres', (t) =>
  t.stringList({
    description: `Les noms donnés au type « Autre » par les plans que vous pouvez lire et les modèles, chacun une fois, par ordre alphabétique ; ${MAX_TYPES_AUTRES} au plus.`,
    select: (_args, { viewer }) => ({
      plans: { where: { AND: [readablePlans(viewer), AUTRE] }, select: { typeAutre: true } },
      planModeles: { where: { AND: [readableModeles(viewer), AUTRE] }, select: { typeAutre: true } },
    }),
    resolve: ({ plans, planModeles }) => {
      const noms = [...plans, ...planModeles].flatMap(({ typeAutre }) => typeAutre ?? [])
      return [...new Set(noms)].toSorted((nom, other) => nom.localeCompare(other, 'fr')).slice(0, MAX_TYPES_AUTRES)
    },
  }),
)
