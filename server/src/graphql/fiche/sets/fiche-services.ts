import { addFicheService, removeFicheService } from '../../../domain/fiche/sets/fiche-services.ts'
import { builder } from '../../builder.ts'
import { uuidOf } from '../../global-id.ts'
import { changedFiche, resultUnion } from '../changed-fiche.ts'
import { changeSet } from './change-set.ts'

const AddFicheServiceInput = builder.inputType('AddFicheServiceInput', {
  description: 'Un service à ajouter.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    serviceId: t.id({ required: true, description: 'Le service.' }),
  }),
})

builder.mutationField('addFicheService', (t) =>
  t.field({
    type: changedFiche('AddFicheServiceSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Ajoute un service de la collectivité à ceux qui pilotent une fiche.',
    errors: resultUnion('AddFicheServiceResult'),
    args: { input: t.arg({ type: AddFicheServiceInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, serviceId } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) =>
        addFicheService(useCase, { ficheId, serviceId: uuidOf('Service', serviceId) }),
      ),
  }),
)

const RemoveFicheServiceInput = builder.inputType('RemoveFicheServiceInput', {
  description: 'Un service à retirer.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    serviceId: t.id({ required: true, description: 'Le service.' }),
  }),
})

builder.mutationField('removeFicheService', (t) =>
  t.field({
    type: changedFiche('RemoveFicheServiceSuccess', 'La fiche porte ce qui est demandé.'),
    description: 'Retire un service de ceux qui pilotent une fiche.',
    errors: resultUnion('RemoveFicheServiceResult'),
    args: { input: t.arg({ type: RemoveFicheServiceInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId: globalId, serviceId } }, context) =>
      changeSet(context, globalId, (useCase, ficheId) =>
        removeFicheService(useCase, { ficheId, serviceId: uuidOf('Service', serviceId) }),
      ),
  }),
)
