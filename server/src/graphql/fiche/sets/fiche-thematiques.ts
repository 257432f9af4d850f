import {
  addFicheSousThematique,
  addFicheThematique,
  removeFicheSousThematique,
  removeFicheThematique,
} from '../../../domain/fiche/sets/fiche-thematiques.ts'
import { builder } from '../../builder.ts'
import { changedFiche, resultUnion } from '../changed-fiche.ts'
import { changeSet } from './change-set.ts'

const AddFicheThematiqueInput = builder.inputType('AddFicheThematiqueInput', {
  description: 'Une thématique.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    code: t.string({ required: true, description: 'Son code.' }),
  }),
})

builder.mutationField('addFicheThematique', (t) =>
  t.field({
    type: changedFiche('AddFicheThematiqueSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Ajoute une thématique à une fiche.',
    errors: resultUnion('AddFicheThematiqueResult'),
    args: { input: t.arg({ type: AddFicheThematiqueInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, code } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) => addFicheThematique(useCase, { ficheId, code })),
  }),
)

const RemoveFicheThematiqueInput = builder.inputType('RemoveFicheThematiqueInput', {
  description: 'Une thématique.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    code: t.string({ required: true, description: 'Son code.' }),
  }),
})

builder.mutationField('removeFicheThematique', (t) =>
  t.field({
    type: changedFiche('RemoveFicheThematiqueSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Retire une thématique d’une fiche, avec ses sous-thématiques.',
    errors: resultUnion('RemoveFicheThematiqueResult'),
    args: { input: t.arg({ type: RemoveFicheThematiqueInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, code } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) => removeFicheThematique(useCase, { ficheId, code })),
  }),
)

const AddFicheSousThematiqueInput = builder.inputType('AddFicheSousThematiqueInput', {
  description: 'Une sous-thématique.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    code: t.string({ required: true, description: 'Son code.' }),
  }),
})

builder.mutationField('addFicheSousThematique', (t) =>
  t.field({
    type: changedFiche('AddFicheSousThematiqueSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Ajoute une sous-thématique à une fiche, avec sa thématique.',
    errors: resultUnion('AddFicheSousThematiqueResult'),
    args: { input: t.arg({ type: AddFicheSousThematiqueInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, code } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) => addFicheSousThematique(useCase, { ficheId, code })),
  }),
)

const RemoveFicheSousThematiqueInput = builder.inputType('RemoveFicheSousThematiqueInput', {
  description: 'Une sous-thématique.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    code: t.string({ required: true, description: 'Son code.' }),
  }),
})

builder.mutationField('removeFicheSousThematique', (t) =>
  t.field({
    type: changedFiche('RemoveFicheSousThematiqueSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Retire une sous-thématique d’une fiche ; sa thématique reste.',
    errors: resultUnion('RemoveFicheSousThematiqueResult'),
    args: {
      input: t.arg({ type: RemoveFicheSousThematiqueInput, required: true, description: 'Ce qui est demandé.' }),
    },
    resolve: (_root, { input: { ficheId: globalId, code } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) => removeFicheSousThematique(useCase, { ficheId, code })),
  }),
)
