import { budgetTotals, type BudgetTotal } from '../../domain/budget/budget-totals.ts'
import { MAX_LIGNES_BUDGET } from '../../domain/budget/budget-rules.ts'
import { visibleLignes } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { BudgetNatureEnum, BudgetTypeEnum, BudgetUniteEnum } from '../enums.ts'
import { FicheType } from '../fiche/fiche.ts'
import { wellFormedUuid } from '../global-id.ts'

builder.prismaNode('LigneBudget', {
  description: 'Une ligne du budget d’une fiche : une seule par type, unité, nature, et année ou total.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visibleLignes(viewer)] }),
  fields: (t) => ({
    type: t.expose('type', { type: BudgetTypeEnum, description: 'Ce qu’elle paie.' }),
    unite: t.expose('unite', { type: BudgetUniteEnum, description: 'Ce en quoi elle compte.' }),
    nature: t.expose('nature', { type: BudgetNatureEnum, description: 'Prévue, ou dépensée.' }),
    annee: t.exposeInt('annee', { nullable: true, description: 'Année ; null pour le total.' }),
    montant: t.expose('montant', { type: 'Decimal', description: 'Montant, dans son unité.' }),
  }),
})

const BudgetTotalObject = builder.objectRef<BudgetTotal>('BudgetTotal').implement({
  description:
    'Le total d’un type, d’une unité et d’une nature. Règle : le total donné comme tel, s’il y en a un ; sinon la somme des années. Un total n’est jamais ajouté à ses années.',
  fields: (t) => ({
    type: t.expose('type', { type: BudgetTypeEnum, description: 'Ce que cela paie.' }),
    unite: t.expose('unite', { type: BudgetUniteEnum, description: 'Ce en quoi cela compte.' }),
    nature: t.expose('nature', { type: BudgetNatureEnum, description: 'Prévu, ou dépensé.' }),
    montant: t.expose('montant', { type: 'Decimal', description: 'Le total.' }),
    donne: t.boolean({
      description: 'Vrai si le total a été donné comme tel ; faux si c’est la somme des années.',
      resolve: ({ given }) => given,
    }),
  }),
})

const ORDER = [
  { unite: 'asc' as const },
  { type: 'asc' as const },
  { nature: 'asc' as const },
  { annee: { sort: 'asc' as const, nulls: 'last' as const } },
]

builder.prismaObjectFields(FicheType, (t) => ({
  budgets: t.relation('lignesBudget', {
    description: `Les lignes de son budget, ${MAX_LIGNES_BUDGET} au plus : par unité, type, nature, puis année, le total à la fin.`,
    query: { orderBy: ORDER },
  }),
  budgetTotal: t.field({
    type: [BudgetTotalObject],
    description:
      'Le budget par type, unité et nature : le total donné comme tel, sinon la somme des années ; jamais les deux ensemble.',
    select: { lignesBudget: { orderBy: ORDER } },
    resolve: ({ lignesBudget }) => budgetTotals(lignesBudget),
  }),
}))
