import { addFichePersonne, removeFichePersonne } from '../../../domain/fiche/sets/fiche-personnes.ts'
import { builder } from '../../builder.ts'
import { uuidOf } from '../../global-id.ts'
import { changedFiche, resultUnion } from '../changed-fiche.ts'
import { changeSet } from './change-set.ts'

const AddFichePiloteInput = builder.inputType('AddFichePiloteInput', {
  description: 'Quelqu’un à ajouter aux pilotes.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    personneId: t.id({ description: 'La personne ; ou bien son nom.' }),
    nom: t.string({
      description: 'Son nom : trouvé sans tenir compte des accents ni des majuscules, ou créé sans compte.',
    }),
  }),
})

builder.mutationField('addFichePilote', (t) =>
  t.field({
    type: changedFiche('AddFichePiloteSuccess', 'La fiche porte ce qui est demandé.'),
    description:
      'Ajoute une personne aux pilotes d’une fiche ; si elle y est déjà, rien ne change. Codes : PERSONNE_UNNAMED, TOO_MANY.',
    errors: resultUnion('AddFichePiloteResult'),
    args: { input: t.arg({ type: AddFichePiloteInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, personneId, nom } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) =>
        addFichePersonne(useCase, 'pilotes', {
          ficheId,
          ...(personneId != null && { personneId: uuidOf('Personne', personneId) }),
          ...(nom != null && { nom }),
        }),
      ),
  }),
)

const RemoveFichePiloteInput = builder.inputType('RemoveFichePiloteInput', {
  description: 'Quelqu’un à retirer des pilotes.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    personneId: t.id({ required: true, description: 'La personne.' }),
  }),
})

builder.mutationField('removeFichePilote', (t) =>
  t.field({
    type: changedFiche('RemoveFichePiloteSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Retire une personne des pilotes d’une fiche ; si elle n’y est pas, rien ne change.',
    errors: resultUnion('RemoveFichePiloteResult'),
    args: { input: t.arg({ type: RemoveFichePiloteInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, personneId } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) =>
        removeFichePersonne(useCase, 'pilotes', { ficheId, personneId: uuidOf('Personne', personneId) }),
      ),
  }),
)

const AddFicheReferentInput = builder.inputType('AddFicheReferentInput', {
  description: 'Quelqu’un à ajouter aux référents.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    personneId: t.id({ description: 'La personne ; ou bien son nom.' }),
    nom: t.string({
      description: 'Son nom : trouvé sans tenir compte des accents ni des majuscules, ou créé sans compte.',
    }),
  }),
})

builder.mutationField('addFicheReferent', (t) =>
  t.field({
    type: changedFiche('AddFicheReferentSuccess', 'La fiche porte ce qui est demandé.'),
    description:
      'Ajoute une personne aux référents d’une fiche ; si elle y est déjà, rien ne change. Codes : PERSONNE_UNNAMED, TOO_MANY.',
    errors: resultUnion('AddFicheReferentResult'),
    args: { input: t.arg({ type: AddFicheReferentInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, personneId, nom } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) =>
        addFichePersonne(useCase, 'referents', {
          ficheId,
          ...(personneId != null && { personneId: uuidOf('Personne', personneId) }),
          ...(nom != null && { nom }),
        }),
      ),
  }),
)

const RemoveFicheReferentInput = builder.inputType('RemoveFicheReferentInput', {
  description: 'Quelqu’un à retirer des référents.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    personneId: t.id({ required: true, description: 'La personne.' }),
  }),
})

builder.mutationField('removeFicheReferent', (t) =>
  t.field({
    type: changedFiche('RemoveFicheReferentSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Retire une personne des référents d’une fiche ; si elle n’y est pas, rien ne change.',
    errors: resultUnion('RemoveFicheReferentResult'),
    args: { input: t.arg({ type: RemoveFicheReferentInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, personneId } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) =>
        removeFichePersonne(useCase, 'referents', { ficheId, personneId: uuidOf('Personne', personneId) }),
      ),
  }),
)
