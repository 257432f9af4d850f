import { addFicheLabel, removeFicheLabel } from '../../../domain/fiche/sets/fiche-labels.ts'
import { builder } from '../../builder.ts'
import { FicheLabelGenreEnum } from '../../enums.ts'
import { uuidOf } from '../../global-id.ts'
import { changedFiche, resultUnion } from '../changed-fiche.ts'
import { changeSet } from './change-set.ts'

const AddFicheLabelInput = builder.inputType('AddFicheLabelInput', {
  description: 'Un libellé à ajouter.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    genre: t.field({ type: FicheLabelGenreEnum, required: true, description: 'De quelle liste.' }),
    labelId: t.id({ description: 'Le libellé ; ou bien son nom.' }),
    nom: t.string({ description: 'Son nom : trouvé sans tenir compte des accents ni des majuscules, ou créé.' }),
  }),
})

builder.mutationField('addFicheLabel', (t) =>
  t.field({
    type: changedFiche('AddFicheLabelSuccess', 'La fiche porte ce qui est demandé.'),
    description:
      'Ajoute un libellé à une fiche : un de la collectivité, ou un nom, trouvé ou créé. Codes : LABEL_UNNAMED, TOO_MANY.',
    errors: resultUnion('AddFicheLabelResult'),
    args: { input: t.arg({ type: AddFicheLabelInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, genre, labelId, nom } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) =>
        addFicheLabel(useCase, {
          ficheId,
          genre,
          ...(labelId != null && { labelId: uuidOf('Label', labelId) }),
          ...(nom != null && { nom }),
        }),
      ),
  }),
)

const RemoveFicheLabelInput = builder.inputType('RemoveFicheLabelInput', {
  description: 'Un libellé à retirer.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    labelId: t.id({ required: true, description: 'Le libellé.' }),
  }),
})

builder.mutationField('removeFicheLabel', (t) =>
  t.field({
    type: changedFiche('RemoveFicheLabelSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Retire un libellé d’une fiche ; la collectivité le garde.',
    errors: resultUnion('RemoveFicheLabelResult'),
    args: { input: t.arg({ type: RemoveFicheLabelInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, labelId } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) =>
        removeFicheLabel(useCase, { ficheId, labelId: uuidOf('Label', labelId) }),
      ),
  }),
)
