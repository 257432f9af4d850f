import type { Collectivite, Service, Thematique } from '@pupitre/prisma'
import type { CountedBudget, Group } from '../../domain/agregat/count-fiches.ts'
import { BudgetCumuleObject } from '../avancement/avancement.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { CollectiviteTypeEnum, PlanTypeEnum, StatutEnum } from '../enums.ts'
import { ServiceType } from '../service/service.ts'
import { ThematiqueType } from '../thematique/thematique.ts'

const FICHES = 'Nombre de fiches, chacune une fois, sans leurs sous-actions.'
const BUDGETS = 'Leurs budgets, prévus et réels, additionnés par unité, type et nature ; douze au plus.'

type Counted = Pick<Group, 'fichesCount' | 'budgets'>

/** What every group says. */
const CountedInterface = builder.interfaceRef<Counted>('Agregat').implement({
  description: 'Des fiches comptées ensemble.',
  fields: (t) => ({
    fichesCount: t.exposeInt('fichesCount', { description: FICHES }),
    budgets: t.field({ type: [BudgetCumuleObject], description: BUDGETS, resolve: ({ budgets }) => budgets }),
  }),
})

export const AgregatParStatut = builder.objectRef<Counted & { statut: typeof StatutEnum.$inferType | null }>(
  'AgregatParStatut',
)
AgregatParStatut.implement({
  description: 'Les fiches d’un statut.',
  interfaces: [CountedInterface],
  fields: (t) => ({
    statut: t.expose('statut', { type: StatutEnum, nullable: true, description: 'Le statut ; null : sans statut.' }),
  }),
})

export const AgregatParThematique = builder.objectRef<Counted & { thematique: Thematique | null }>(
  'AgregatParThematique',
)
AgregatParThematique.implement({
  description: 'Les fiches d’une thématique ; une fiche compte dans chacune des siennes.',
  interfaces: [CountedInterface],
  fields: (t) => ({
    thematique: t.field({
      type: ThematiqueType,
      nullable: true,
      description: 'La thématique ; null : sans thématique.',
      resolve: ({ thematique }) => thematique,
    }),
  }),
})

export const AgregatParTypeDePlan = builder.objectRef<Counted & { typeDePlan: typeof PlanTypeEnum.$inferType | null }>(
  'AgregatParTypeDePlan',
)
AgregatParTypeDePlan.implement({
  description: 'Les fiches des plans d’un type ; une fiche compte dans chacun de ceux qui la tiennent.',
  interfaces: [CountedInterface],
  fields: (t) => ({
    typeDePlan: t.expose('typeDePlan', {
      type: PlanTypeEnum,
      nullable: true,
      description: 'Le type ; null : hors plan.',
    }),
  }),
})

export const AgregatParCollectivite = builder.objectRef<Counted & { collectivite: Collectivite }>(
  'AgregatParCollectivite',
)
AgregatParCollectivite.implement({
  description: 'Les fiches d’une collectivité.',
  interfaces: [CountedInterface],
  fields: (t) => ({
    collectivite: t.field({
      type: CollectiviteObject,
      description: 'La collectivité.',
      resolve: ({ collectivite }) => collectivite,
    }),
  }),
})

type NatureGroup = Counted & { typeDeCollectivite: typeof CollectiviteTypeEnum.$inferType }

export const AgregatParTypeDeCollectivite = builder.objectRef<NatureGroup>('AgregatParTypeDeCollectivite')
AgregatParTypeDeCollectivite.implement({
  description: 'Les fiches des collectivités d’une nature.',
  interfaces: [CountedInterface],
  fields: (t) => ({
    typeDeCollectivite: t.expose('typeDeCollectivite', {
      type: CollectiviteTypeEnum,
      description: 'Leur nature.',
    }),
  }),
})

export const AgregatParMois = builder.objectRef<Counted & { mois: string | null }>('AgregatParMois')
AgregatParMois.implement({
  description: 'Les fiches dont l’échéance est dans un mois.',
  interfaces: [CountedInterface],
  fields: (t) => ({
    mois: t.exposeString('mois', {
      nullable: true,
      description: 'Le mois, AAAA-MM ; null : sans échéance.',
    }),
  }),
})

export interface ServiceGroup {
  service: Service | null
  /** null: not told. */
  told: { fichesCount: number; budgets: CountedBudget[] } | null
}

export const AgregatParService = builder.objectRef<ServiceGroup>('AgregatParService')
AgregatParService.implement({
  description:
    'Les fiches que pilote un service. Un service qui en a moins de 5 pourrait être une seule personne : il est masqué, avec d’autres s’il le faut pour qu’on ne puisse le retrouver par différence.',
  fields: (t) => ({
    service: t.field({
      type: ServiceType,
      nullable: true,
      description: 'Le service ; null : sans service.',
      resolve: ({ service }) => service,
    }),
    masque: t.boolean({
      description: 'Vrai si ce qui le concerne n’est pas dit.',
      resolve: ({ told }) => told === null,
    }),
    fichesCount: t.int({
      nullable: true,
      description: 'Nombre de fiches, sans leurs sous-actions ; null s’il est masqué.',
      resolve: ({ told }) => told?.fichesCount ?? null,
    }),
    budgets: t.field({
      type: [BudgetCumuleObject],
      nullable: true,
      description: 'Leurs budgets, additionnés par unité, type et nature ; douze au plus, null s’ils sont masqués.',
      resolve: ({ told }) => told?.budgets ?? null,
    }),
  }),
})
