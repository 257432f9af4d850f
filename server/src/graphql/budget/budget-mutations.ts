import { inTransaction } from '../../bus/in-transaction.ts'
import { addLigneBudget } from '../../domain/budget/add-ligne-budget.ts'
import { removeLigneBudget, updateLigneBudget } from '../../domain/budget/change-ligne-budget.ts'
import { builder } from '../builder.ts'
import { BudgetNatureEnum, BudgetTypeEnum, BudgetUniteEnum } from '../enums.ts'
import { changedFiche, resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'

const AddFicheBudgetInput = builder.inputType('AddFicheBudgetInput', {
  description: 'Une ligne de budget à ajouter.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    type: t.field({ type: BudgetTypeEnum, required: true, description: 'Ce qu’elle paie.' }),
    unite: t.field({ type: BudgetUniteEnum, required: true, description: 'Ce en quoi elle compte.' }),
    nature: t.field({ type: BudgetNatureEnum, required: true, description: 'Prévue, ou dépensée.' }),
    annee: t.int({ description: 'Année ; sans elle, le total.' }),
    montant: t.field({ type: 'Decimal', required: true, description: 'Montant positif, deux décimales au plus.' }),
  }),
})

builder.mutationField('addFicheBudget', (t) =>
  t.field({
    type: changedFiche('AddFicheBudgetSuccess', 'La ligne est ajoutée.'),
    description:
      'Ajoute une ligne au budget d’une fiche. Une seconde ligne pour le même type, la même unité, la même nature et la même année est refusée en nommant la première. Codes : BUDGET_LINE_EXISTS, TOO_MANY_LIGNES.',
    errors: resultUnion('AddFicheBudgetResult'),
    args: { input: t.arg({ type: AddFicheBudgetInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId, annee, ...ligne } }, context) =>
      inTransaction(context, (useCase) =>
        addLigneBudget(useCase, { ...ligne, annee: annee ?? null, ficheId: uuidOf('Fiche', ficheId) }),
      ),
  }),
)

const UpdateFicheBudgetInput = builder.inputType('UpdateFicheBudgetInput', {
  description: 'Ce qui change d’une ligne de budget ; ce qui n’est pas nommé reste.',
  fields: (t) => ({
    ligneId: t.id({ required: true, description: 'La ligne.' }),
    type: t.field({ type: BudgetTypeEnum, description: 'Ce qu’elle paie.' }),
    unite: t.field({ type: BudgetUniteEnum, description: 'Ce en quoi elle compte.' }),
    nature: t.field({ type: BudgetNatureEnum, description: 'Prévue, ou dépensée.' }),
    annee: t.int({ description: 'Année ; null pour le total.' }),
    montant: t.field({ type: 'Decimal', description: 'Montant positif, deux décimales au plus.' }),
  }),
})

builder.mutationField('updateFicheBudget', (t) =>
  t.field({
    type: changedFiche('UpdateFicheBudgetSuccess', 'La ligne est changée.'),
    description: 'Change ce qui est nommé d’une ligne de budget. Code : BUDGET_LINE_EXISTS.',
    errors: resultUnion('UpdateFicheBudgetResult'),
    args: { input: t.arg({ type: UpdateFicheBudgetInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ligneId, type, unite, nature, annee, montant } }, context) =>
      inTransaction(context, (useCase) =>
        updateLigneBudget(useCase, {
          ligneId: uuidOf('LigneBudget', ligneId),
          type: type ?? undefined,
          unite: unite ?? undefined,
          nature: nature ?? undefined,
          annee,
          montant: montant ?? undefined,
        }),
      ),
  }),
)

const RemoveFicheBudgetInput = builder.inputType('RemoveFicheBudgetInput', {
  description: 'Une ligne de budget à retirer.',
  fields: (t) => ({ ligneId: t.id({ required: true, description: 'La ligne.' }) }),
})

builder.mutationField('removeFicheBudget', (t) =>
  t.field({
    type: changedFiche('RemoveFicheBudgetSuccess', 'La ligne est retirée.'),
    description: 'Retire une ligne du budget d’une fiche.',
    errors: resultUnion('RemoveFicheBudgetResult'),
    args: { input: t.arg({ type: RemoveFicheBudgetInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ligneId } }, context) =>
      inTransaction(context, (useCase) => removeLigneBudget(useCase, uuidOf('LigneBudget', ligneId))),
  }),
)
