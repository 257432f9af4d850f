import {
  addFicheCible,
  addFicheEffetAttendu,
  removeFicheCible,
  removeFicheEffetAttendu,
} from '../../../domain/fiche/sets/fiche-choices.ts'
import { builder } from '../../builder.ts'
import { CibleEnum, EffetAttenduEnum } from '../../enums.ts'
import { changedFiche, resultUnion } from '../changed-fiche.ts'
import { changeSet } from './change-set.ts'

const AddFicheCibleInput = builder.inputType('AddFicheCibleInput', {
  description: 'Une cible.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    cible: t.field({ type: CibleEnum, required: true, description: 'Sa valeur.' }),
  }),
})

builder.mutationField('addFicheCible', (t) =>
  t.field({
    type: changedFiche('AddFicheCibleSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Ajoute une cible à une fiche.',
    errors: resultUnion('AddFicheCibleResult'),
    args: { input: t.arg({ type: AddFicheCibleInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, cible } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) => addFicheCible(useCase, { ficheId, cible })),
  }),
)

const RemoveFicheCibleInput = builder.inputType('RemoveFicheCibleInput', {
  description: 'Une cible.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    cible: t.field({ type: CibleEnum, required: true, description: 'Sa valeur.' }),
  }),
})

builder.mutationField('removeFicheCible', (t) =>
  t.field({
    type: changedFiche('RemoveFicheCibleSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Retire une cible d’une fiche.',
    errors: resultUnion('RemoveFicheCibleResult'),
    args: { input: t.arg({ type: RemoveFicheCibleInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, cible } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) => removeFicheCible(useCase, { ficheId, cible })),
  }),
)

const AddFicheEffetAttenduInput = builder.inputType('AddFicheEffetAttenduInput', {
  description: 'Un effet attendu.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    effet: t.field({ type: EffetAttenduEnum, required: true, description: 'Sa valeur.' }),
  }),
})

builder.mutationField('addFicheEffetAttendu', (t) =>
  t.field({
    type: changedFiche('AddFicheEffetAttenduSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Ajoute un effet attendu à une fiche.',
    errors: resultUnion('AddFicheEffetAttenduResult'),
    args: { input: t.arg({ type: AddFicheEffetAttenduInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, effet } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) => addFicheEffetAttendu(useCase, { ficheId, effet })),
  }),
)

const RemoveFicheEffetAttenduInput = builder.inputType('RemoveFicheEffetAttenduInput', {
  description: 'Un effet attendu.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    effet: t.field({ type: EffetAttenduEnum, required: true, description: 'Sa valeur.' }),
  }),
})

builder.mutationField('removeFicheEffetAttendu', (t) =>
  t.field({
    type: changedFiche('RemoveFicheEffetAttenduSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Retire un effet attendu d’une fiche.',
    errors: resultUnion('RemoveFicheEffetAttenduResult'),
    args: { input: t.arg({ type: RemoveFicheEffetAttenduInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, effet } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) => removeFicheEffetAttendu(useCase, { ficheId, effet })),
  }),
)
