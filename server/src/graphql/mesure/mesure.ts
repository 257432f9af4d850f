import { inTransaction } from '../../bus/in-transaction.ts'
import { addMesureLiee, removeMesureLiee } from '../../domain/mesure/mesures-liees.ts'
import { MAX_MESURES } from '../../domain/mesure/mesure-rules.ts'
import { visibleLignes } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { changedFiche, resultUnion } from '../fiche/changed-fiche.ts'
import { FicheType } from '../fiche/fiche.ts'
import { uuidOf, wellFormedUuid } from '../global-id.ts'

builder.prismaNode('MesureLiee', {
  description: 'Un renvoi à une mesure d’un référentiel tenu ailleurs.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visibleLignes(viewer)] }),
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Son numéro dans le référentiel ; vide s’il n’est pas connu. Exemple : cae 3.1.2.',
    }),
    titre: t.exposeString('titre', { description: 'Son titre ; vide s’il n’est pas connu.' }),
  }),
})

builder.prismaObjectField(FicheType, 'mesuresLiees', (t) =>
  t.relation('mesuresLiees', {
    description: `Les mesures de référentiels auxquelles la fiche renvoie, ${MAX_MESURES} au plus, par code.`,
    query: { orderBy: [{ code: 'asc' }, { titre: 'asc' }, { id: 'asc' }] },
  }),
)

const AddFicheMesureLieeInput = builder.inputType('AddFicheMesureLieeInput', {
  description: 'Une mesure d’un référentiel : son code, son titre, ou les deux.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    code: t.string({ description: 'Numéro dans le référentiel.' }),
    titre: t.string({ description: 'Titre.' }),
  }),
})

builder.mutationField('addFicheMesureLiee', (t) =>
  t.field({
    type: changedFiche('AddFicheMesureLieeSuccess', 'La fiche renvoie à cette mesure.'),
    description:
      'Ajoute un renvoi à une mesure ; s’il y est déjà, rien ne change. Codes : MESURE_EMPTY, TOO_MANY_MESURES.',
    errors: resultUnion('AddFicheMesureLieeResult'),
    args: { input: t.arg({ type: AddFicheMesureLieeInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId, code, titre } }, context) =>
      inTransaction(context, (useCase) =>
        addMesureLiee(useCase, { ficheId: uuidOf('Fiche', ficheId), code: code ?? '', titre: titre ?? '' }),
      ),
  }),
)

const RemoveFicheMesureLieeInput = builder.inputType('RemoveFicheMesureLieeInput', {
  description: 'Un renvoi à retirer.',
  fields: (t) => ({ mesureId: t.id({ required: true, description: 'Le renvoi.' }) }),
})

builder.mutationField('removeFicheMesureLiee', (t) =>
  t.field({
    type: changedFiche('RemoveFicheMesureLieeSuccess', 'Le renvoi est retiré.'),
    description: 'Retire un renvoi à une mesure.',
    errors: resultUnion('RemoveFicheMesureLieeResult'),
    args: { input: t.arg({ type: RemoveFicheMesureLieeInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { mesureId } }, context) =>
      inTransaction(context, (useCase) => removeMesureLiee(useCase, uuidOf('MesureLiee', mesureId))),
  }),
)
