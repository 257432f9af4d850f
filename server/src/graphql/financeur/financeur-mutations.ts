import { inTransaction } from '../../bus/in-transaction.ts'
import { addLigneFinanceur } from '../../domain/financeur/add-ligne-financeur.ts'
import { removeLigneFinanceur, updateLigneFinanceur } from '../../domain/financeur/change-ligne-financeur.ts'
import { builder } from '../builder.ts'
import { changedFiche, resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'

const AddFicheFinanceurInput = builder.inputType('AddFicheFinanceurInput', {
  description: 'Des financeurs, désignés ou nommés, et le montant qu’ils partagent.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    financeurIds: t.idList({ description: 'Libellés de financeurs de la collectivité.' }),
    noms: t.stringList({ description: 'Noms de financeurs, trouvés ou créés.' }),
    montantHt: t.field({ type: 'Decimal', description: 'Euros hors taxes ; sans lui, montant inconnu.' }),
  }),
})

builder.mutationField('addFicheFinanceur', (t) =>
  t.field({
    type: changedFiche('AddFicheFinanceurSuccess', 'La ligne est ajoutée.'),
    description:
      'Ajoute une ligne de financeurs à une fiche. Un nom nouveau, aux accents et à la casse près, devient un libellé de la collectivité. Codes : FINANCEUR_REQUIRED, TOO_MANY_FINANCEURS, TOO_MANY_LIGNES.',
    errors: resultUnion('AddFicheFinanceurResult'),
    args: { input: t.arg({ type: AddFicheFinanceurInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId, financeurIds, noms, montantHt } }, context) =>
      inTransaction(context, (useCase) =>
        addLigneFinanceur(useCase, {
          ficheId: uuidOf('Fiche', ficheId),
          financeurIds: labelIds(financeurIds),
          noms: noms ?? [],
          montantHt: montantHt ?? null,
        }),
      ),
  }),
)

const UpdateFicheFinanceurInput = builder.inputType('UpdateFicheFinanceurInput', {
  description: 'Ce qui change d’une ligne de financeurs ; ce qui n’est pas nommé reste.',
  fields: (t) => ({
    ligneId: t.id({ required: true, description: 'La ligne.' }),
    addFinanceurIds: t.idList({ description: 'Libellés à ajouter.' }),
    addNoms: t.stringList({ description: 'Noms à ajouter, trouvés ou créés.' }),
    removeFinanceurIds: t.idList({ description: 'Libellés à retirer.' }),
    montantHt: t.field({ type: 'Decimal', description: 'Euros hors taxes ; null pour un montant inconnu.' }),
  }),
})

builder.mutationField('updateFicheFinanceur', (t) =>
  t.field({
    type: changedFiche('UpdateFicheFinanceurSuccess', 'La ligne est changée.'),
    description:
      'Change le montant d’une ligne, y ajoute ou en retire des financeurs ; il en reste un au moins. Codes : FINANCEUR_REQUIRED, TOO_MANY_FINANCEURS.',
    errors: resultUnion('UpdateFicheFinanceurResult'),
    args: { input: t.arg({ type: UpdateFicheFinanceurInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ligneId, addFinanceurIds, addNoms, removeFinanceurIds, montantHt } }, context) =>
      inTransaction(context, (useCase) =>
        updateLigneFinanceur(useCase, {
          ligneId: uuidOf('LigneFinanceur', ligneId),
          addFinanceurIds: labelIds(addFinanceurIds),
          addNoms: addNoms ?? [],
          removeFinanceurIds: labelIds(removeFinanceurIds),
          montantHt,
        }),
      ),
  }),
)

const RemoveFicheFinanceurInput = builder.inputType('RemoveFicheFinanceurInput', {
  description: 'Une ligne de financeurs à retirer.',
  fields: (t) => ({ ligneId: t.id({ required: true, description: 'La ligne.' }) }),
})

builder.mutationField('removeFicheFinanceur', (t) =>
  t.field({
    type: changedFiche('RemoveFicheFinanceurSuccess', 'La ligne est retirée.'),
    description: 'Retire une ligne de financeurs d’une fiche ; les libellés restent.',
    errors: resultUnion('RemoveFicheFinanceurResult'),
    args: { input: t.arg({ type: RemoveFicheFinanceurInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ligneId } }, context) =>
      inTransaction(context, (useCase) => removeLigneFinanceur(useCase, uuidOf('LigneFinanceur', ligneId))),
  }),
)

function labelIds(ids: readonly string[] | null | undefined): string[] {
  return ids?.map((id) => uuidOf('Label', id)) ?? []
}
