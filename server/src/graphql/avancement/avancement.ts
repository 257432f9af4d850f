import { type Avancement, avancementOf, type StatutCount } from '../../domain/avancement/avancement.ts'
import { AxeType } from '../axe/axe.ts'
import { builder } from '../builder.ts'
import { BudgetNatureEnum, BudgetTypeEnum, BudgetUniteEnum, StatutEnum } from '../enums.ts'
import { PlanObject } from '../plan/plan.ts'

const StatutCountObject = builder.objectRef<StatutCount>('StatutCount').implement({
  description: 'Combien de fiches ont un statut.',
  fields: (t) => ({
    statut: t.expose('statut', { type: StatutEnum, nullable: true, description: 'Le statut ; null : sans statut.' }),
    fichesCount: t.exposeInt('fichesCount', { description: 'Nombre de fiches.' }),
  }),
})

export const BudgetCumuleObject = builder.objectRef<Avancement['budgets'][number]>('BudgetCumule').implement({
  description: 'Le budget de plusieurs fiches, d’un type, d’une unité et d’une nature.',
  fields: (t) => ({
    type: t.expose('type', { type: BudgetTypeEnum, description: 'Ce que cela paie.' }),
    unite: t.expose('unite', { type: BudgetUniteEnum, description: 'Ce en quoi cela compte.' }),
    nature: t.expose('nature', { type: BudgetNatureEnum, description: 'Prévu, ou dépensé.' }),
    montant: t.expose('montant', {
      type: 'Decimal',
      description: 'La somme des totaux des fiches ; un total donné comme tel n’est jamais ajouté à ses années.',
    }),
  }),
})

const AvancementObject = builder.objectRef<Avancement>('Avancement').implement({
  description:
    'Où en est ce qui tient des fiches, à toute profondeur : celles que l’on peut lire, chacune une fois, sans leurs sous-actions.',
  fields: (t) => ({
    fichesCount: t.exposeInt('fichesCount', { description: 'Nombre de fiches.' }),
    statuts: t.field({
      type: [StatutCountObject],
      description: 'Les statuts que l’on y trouve, le plus fréquent d’abord ; huit au plus.',
      resolve: ({ statuts }) => statuts,
    }),
    enRetardCount: t.exposeInt('enRetardCount', { description: 'Nombre de fiches en retard.' }),
    partRealisee: t.exposeFloat('partRealisee', {
      nullable: true,
      description:
        'Part des fiches réalisées parmi celles qui ne sont pas abandonnées, de 0 à 1 ; null s’il n’y en a pas.',
    }),
    partRealiseeDuBudget: t.exposeFloat('partRealiseeDuBudget', {
      nullable: true,
      description:
        'La même part, chaque fiche comptant pour son budget prévisionnel en euros ; null si aucun n’est connu.',
    }),
    partRealiseePonderee: t.exposeFloat('partRealiseePonderee', {
      nullable: true,
      description:
        'La même part, chaque fiche comptant pour son poids, 1 s’il n’est pas dit ; null s’il n’y en a aucun.',
    }),
    budgets: t.field({
      type: [BudgetCumuleObject],
      description: 'Les budgets des fiches, additionnés par unité, type et nature ; douze au plus.',
      resolve: ({ budgets }) => budgets,
    }),
  }),
})

builder.prismaObjectField(PlanObject, 'avancement', (t) =>
  t.field({
    type: AvancementObject,
    description: 'Où en est le plan.',
    resolve: async ({ id }, _args, { loaders }) => (await loaders.avancements.load(id)).plan,
  }),
)

builder.prismaObjectField(AxeType, 'avancement', (t) =>
  t.field({
    type: AvancementObject,
    description: 'Où en est l’axe, avec ceux qui sont en dessous.',
    select: { planId: true },
    resolve: async ({ id, planId }, _args, { loaders }) =>
      (await loaders.avancements.load(planId)).byAxe.get(id) ?? avancementOf([]),
  }),
)
