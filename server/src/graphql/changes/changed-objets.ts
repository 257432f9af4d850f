import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Followed, READ, SEEN } from '../../domain/feed/followed.ts'
import { AxeType } from '../axe/axe.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import type { GraphqlContext } from '../context.ts'
import { FicheType } from '../fiche/fiche.ts'
import { IndicateurType } from '../indicateur/indicateur.ts'
import { LabelType } from '../label/label.ts'
import { LienObject } from '../lien/lien.ts'
import { NoteSuiviObject } from '../note/note.ts'
import { PlacementType } from '../placement/placement.ts'
import { PlanObject } from '../plan/plan.ts'
import { ServiceType } from '../service/service.ts'

const TYPES = {
  Service: ServiceType,
  Label: LabelType,
  Plan: PlanObject,
  Axe: AxeType,
  Fiche: FicheType,
  Placement: PlacementType,
  NoteSuivi: NoteSuiviObject,
  Lien: LienObject,
  Indicateur: IndicateurType,
  Collectivite: CollectiviteObject,
} as const satisfies Record<Followed, unknown>

/** Everything whose changes are told. */
export const ObjetSuivi = builder.unionType('ObjetSuivi', {
  description: 'Un objet dont les changements se suivent.',
  types: Object.values(TYPES),
})

/** What a reader sees, or follows, of each type. */
export type Conditions = typeof SEEN | typeof READ

interface Asked {
  seen: Conditions
  context: GraphqlContext
  info: GraphQLResolveInfo
}

/** What a page selects of the things of one type. */
const selected = ({ context, info }: Asked, typeName: Followed) =>
  queryFromInfo({ context, info, typeName, path: ['edges', 'node', 'objet'] })

const among = <Where>(ids: string[], seen: Where) => ({ AND: [{ id: { in: ids } }, seen] })

const LOADS = {
  Service: async (asked: Asked, ids: string[]) => {
    const where = among(ids, asked.seen.Service(asked.context.viewer))
    return TYPES.Service.addBrand(await asked.context.prisma.service.findMany({ ...selected(asked, 'Service'), where }))
  },
  Label: async (asked: Asked, ids: string[]) => {
    const where = among(ids, asked.seen.Label(asked.context.viewer))
    return TYPES.Label.addBrand(await asked.context.prisma.label.findMany({ ...selected(asked, 'Label'), where }))
  },
  Plan: async (asked: Asked, ids: string[]) => {
    const where = among(ids, asked.seen.Plan(asked.context.viewer))
    return TYPES.Plan.addBrand(await asked.context.prisma.plan.findMany({ ...selected(asked, 'Plan'), where }))
  },
  Axe: async (asked: Asked, ids: string[]) => {
    const where = among(ids, asked.seen.Axe(asked.context.viewer))
    return TYPES.Axe.addBrand(await asked.context.prisma.axe.findMany({ ...selected(asked, 'Axe'), where }))
  },
  Fiche: async (asked: Asked, ids: string[]) => {
    const where = among(ids, asked.seen.Fiche(asked.context.viewer))
    return TYPES.Fiche.addBrand(await asked.context.prisma.fiche.findMany({ ...selected(asked, 'Fiche'), where }))
  },
  Placement: async (asked: Asked, ids: string[]) => {
    const where = among(ids, asked.seen.Placement(asked.context.viewer))
    return TYPES.Placement.addBrand(
      await asked.context.prisma.placement.findMany({ ...selected(asked, 'Placement'), where }),
    )
  },
  NoteSuivi: async (asked: Asked, ids: string[]) => {
    const where = among(ids, asked.seen.NoteSuivi(asked.context.viewer))
    return TYPES.NoteSuivi.addBrand(
      await asked.context.prisma.noteSuivi.findMany({ ...selected(asked, 'NoteSuivi'), where }),
    )
  },
  Lien: async (asked: Asked, ids: string[]) => {
    const where = among(ids, asked.seen.Lien(asked.context.viewer))
    return TYPES.Lien.addBrand(await asked.context.prisma.lien.findMany({ ...selected(asked, 'Lien'), where }))
  },
  Indicateur: async (asked: Asked, ids: string[]) => {
    const where = among(ids, asked.seen.Indicateur(asked.context.viewer))
    return TYPES.Indicateur.addBrand(
      await asked.context.prisma.indicateur.findMany({ ...selected(asked, 'Indicateur'), where }),
    )
  },
  Collectivite: async (asked: Asked, ids: string[]) => {
    const where = among(ids, asked.seen.Collectivite(asked.context.viewer))
    return TYPES.Collectivite.addBrand(
      await asked.context.prisma.collectivite.findMany({ ...selected(asked, 'Collectivite'), where }),
    )
  },
} as const satisfies Record<Followed, unknown>

/** One of those things, as it is loaded. */
export type Objet = Awaited<ReturnType<(typeof LOADS)[Followed]>>[number]

/** Things as the viewer reads them now, by their ids: a few statements for each type that there is. */
export async function loadObjets(
  asked: Asked,
  things: readonly { type: Followed; id: string }[],
): Promise<Map<string, Objet>> {
  const byType = [...Map.groupBy(things, ({ type }) => type)]
  const loaded = await Promise.all(
    byType.map(([type, those]): Promise<Objet[]> =>
      LOADS[type](
        asked,
        those.map(({ id }) => id),
      ),
    ),
  )
  return new Map(loaded.flat().map((objet) => [objet.id, objet]))
}
