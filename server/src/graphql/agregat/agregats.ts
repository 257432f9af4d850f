import { queryFromInfo } from '@pothos/plugin-prisma'
import { CollectiviteType, PlanType, type Prisma, type PrismaClient, Statut } from '@pupitre/prisma'
import {
  type Counted,
  countFiches,
  type Dimension,
  type Group,
  type Groups,
} from '../../domain/agregat/count-fiches.ts'
import { maskSmall } from '../../domain/agregat/mask-small.ts'
import { readableIndicateurs } from '../../domain/rights/readable.ts'
import { servicesNamed, visibleCollectivites, visibleIndicateurs } from '../../domain/rights/visible.ts'
import { BudgetCumuleObject } from '../avancement/avancement.ts'
import { builder } from '../builder.ts'
import {
  AgregatParCollectivite,
  AgregatParMois,
  AgregatParService,
  AgregatParStatut,
  AgregatParThematique,
  AgregatParTypeDeCollectivite,
  AgregatParTypeDePlan,
} from './agregat-types.ts'
import { AgregatsWhere, countedWhere, isOfAll } from './agregats-where.ts'

/** Longest list of groups: collectivités, services, months. */
const MAX_GROUPS = 500

/** Counting reads every fiche that there is: it costs as a page of some hundreds. */
const COST = { field: 2_000 }

interface Counts {
  groups: Groups
  indicateursCount: number
  /** Whether services may be told apart: all that is read of one collectivité is counted, whatever is there. */
  tellsServices: boolean
  /** Those of them that the reader may be named. */
  services: Prisma.ServiceWhereInput
}

const of = ({ groups }: Counts, dimension: Dimension): Group[] => groups.get(dimension)?.slice(0, MAX_GROUPS) ?? []

const valueAmong = <Value extends string>(values: Readonly<Record<string, Value>>, name: string | null): Value | null =>
  name === null ? null : (values[name] ?? null)

const AgregatsObject = builder.objectRef<Counts>('Agregats').implement({
  description:
    'Ce que l’on peut lire, compté : les fiches, chacune une fois et sans leurs sous-actions, leurs budgets, les indicateurs. Dans chaque liste, le groupe le plus nombreux d’abord.',
  fields: (t) => ({
    fichesCount: t.int({
      description: 'Nombre de fiches.',
      resolve: (counts) => of(counts, 'TOTAL')[0]?.fichesCount ?? 0,
    }),
    indicateursCount: t.exposeInt('indicateursCount', {
      description: 'Nombre d’indicateurs ; avec des conditions, de ceux qu’ont les fiches comptées.',
    }),
    budgets: t.field({
      type: [BudgetCumuleObject],
      description: 'Les budgets, prévus et réels, additionnés par unité, type et nature ; douze au plus.',
      resolve: (counts) => of(counts, 'TOTAL')[0]?.budgets ?? [],
    }),
    parStatut: t.field({
      type: [AgregatParStatut],
      description: 'Par statut ; huit groupes au plus.',
      resolve: (counts) =>
        of(counts, 'STATUT').map((group) => ({ ...group, statut: valueAmong(Statut, group.groupe) })),
    }),
    parThematique: t.field({
      type: [AgregatParThematique],
      description: 'Par thématique ; douze groupes au plus.',
      resolve: async (counts, _args, context, info) => {
        const thematiques = await context.prisma.thematique.findMany(
          queryFromInfo({ context, info, path: ['thematique'] }),
        )
        const byCode = new Map(thematiques.map((thematique) => [thematique.code, thematique]))
        return of(counts, 'THEMATIQUE').map((group) => ({
          ...group,
          thematique: byCode.get(group.groupe ?? '') ?? null,
        }))
      },
    }),
    parTypeDePlan: t.field({
      type: [AgregatParTypeDePlan],
      description: 'Par type de plan ; dix-huit groupes au plus.',
      resolve: (counts) =>
        of(counts, 'TYPE_DE_PLAN').map((group) => ({ ...group, typeDePlan: valueAmong(PlanType, group.groupe) })),
    }),
    parCollectivite: t.field({
      type: [AgregatParCollectivite],
      description: `Par collectivité ; ${MAX_GROUPS} groupes au plus.`,
      resolve: async (counts, _args, context, info) => {
        const groups = of(counts, 'COLLECTIVITE')
        const among = { id: { in: groups.flatMap(({ groupe }) => groupe ?? []) } }
        const collectivites = await context.prisma.collectivite.findMany({
          ...queryFromInfo({ context, info, path: ['collectivite'] }),
          where: { AND: [among, visibleCollectivites(context.viewer)] },
        })
        const byId = new Map(collectivites.map((collectivite) => [collectivite.id, collectivite]))
        return groups.flatMap((group) => {
          const collectivite = byId.get(group.groupe ?? '')
          return collectivite ? [{ ...group, collectivite }] : []
        })
      },
    }),
    parTypeDeCollectivite: t.field({
      type: [AgregatParTypeDeCollectivite],
      description: 'Par nature de collectivité ; neuf groupes au plus.',
      resolve: (counts) =>
        of(counts, 'TYPE_DE_COLLECTIVITE').flatMap((group) => {
          const typeDeCollectivite = valueAmong(CollectiviteType, group.groupe)
          return typeDeCollectivite === null ? [] : [{ ...group, typeDeCollectivite }]
        }),
    }),
    parMois: t.field({
      type: [AgregatParMois],
      description: `Par mois d’échéance, le plus proche d’abord ; ${MAX_GROUPS} groupes au plus.`,
      resolve: (counts) =>
        of(counts, 'MOIS')
          .map((group) => ({ ...group, mois: group.groupe }))
          .toSorted((one, other) => ((one.mois ?? '~') < (other.mois ?? '~') ? -1 : 1)),
    }),
    parService: t.field({
      type: [AgregatParService],
      nullable: true,
      description: `Par service pilote ; ${MAX_GROUPS} groupes au plus. Une fiche compte dans chacun des siens. null quand il y a plusieurs collectivités (demandez-en une par son SIREN) ou des conditions, ou trop peu de fiches pour masquer celles d’un petit service.`,
      resolve: async (counts, _args, context, info) => {
        const all = counts.groups.get('SERVICE') ?? []
        const masked = maskSmall(all.map(({ groupe, circles }) => ({ key: groupe ?? '', circles })))
        if (!counts.tellsServices || masked === null) return null
        const services = await context.prisma.service.findMany({
          ...queryFromInfo({ context, info, path: ['service'] }),
          where: { AND: [{ id: { in: all.flatMap(({ groupe }) => groupe ?? []) } }, counts.services] },
        })
        const byId = new Map(services.map((service) => [service.id, service]))
        // In the order of their names: that of their numbers would tell of those that are kept back.
        return all
          .map((group) => ({
            service: byId.get(group.groupe ?? '') ?? null,
            told: masked.has(group.groupe ?? '') ? null : group,
          }))
          .toSorted((one, other) => (one.service?.nom ?? '~').localeCompare(other.service?.nom ?? '~', 'fr'))
          .slice(0, MAX_GROUPS)
      },
    }),
  }),
})

const SIREN = 'Numéro SIREN d’une collectivité, pour ne compter qu’elle.'
const WHERE = 'Celles des fiches qui répondent à toutes ces conditions.'

builder.queryField('agregats', (t) =>
  t.field({
    type: AgregatsObject,
    complexity: COST,
    description: 'Ce que vous pouvez lire de vos collectivités, compté.',
    args: { siren: t.arg.string({ description: SIREN }), where: t.arg({ type: AgregatsWhere, description: WHERE }) },
    resolve: (_root, { siren = null, where }, { prisma, viewer }) =>
      count({
        prisma,
        counted: { viewer, publics: false, siren, where: countedWhere(where) },
        indicateurs: readableIndicateurs(viewer),
        services: servicesNamed(viewer),
        isOfOne: siren !== null || viewer?.memberships.length === 1,
      }),
  }),
)

builder.queryField('agregatsPublics', (t) =>
  t.field({
    type: AgregatsObject,
    complexity: COST,
    description: 'Ce que toutes les collectivités publient, compté, que l’on soit connecté ou non.',
    args: { siren: t.arg.string({ description: SIREN }), where: t.arg({ type: AgregatsWhere, description: WHERE }) },
    resolve: (_root, { siren = null, where }, { prisma, viewer }) =>
      count({
        prisma,
        counted: { viewer, publics: true, siren, where: countedWhere(where) },
        indicateurs: visibleIndicateurs(null),
        services: servicesNamed(null),
        isOfOne: siren !== null,
      }),
  }),
)

interface Counting {
  prisma: PrismaClient
  counted: Counted
  /** Those that may be read. */
  indicateurs: Prisma.IndicateurWhereInput
  services: Prisma.ServiceWhereInput
  /** Whether what is counted is of one collectivité, whatever is there. */
  isOfOne: boolean
}

async function count({ prisma, counted, indicateurs, services, isOfOne }: Counting): Promise<Counts> {
  const groups = await countFiches(prisma, counted)
  const { siren, where } = counted
  const isWhole = isOfAll(where)
  const ofCollectivite = siren === null ? [] : [{ collectivite: { siren } }]
  return {
    groups,
    services,
    tellsServices: isOfOne && isWhole,
    indicateursCount: isWhole
      ? await prisma.indicateur.count({ where: { AND: [indicateurs, ...ofCollectivite] } })
      : (groups.get('INDICATEURS')?.[0]?.fichesCount ?? 0),
  }
}
