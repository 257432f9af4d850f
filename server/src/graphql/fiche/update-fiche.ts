import { inTransaction } from '../../bus/in-transaction.ts'
import { updateFiche } from '../../domain/fiche/update-fiche.ts'
import { builder } from '../builder.ts'
import { ParticipationCitoyenneEnum, PrioriteEnum, StatutEnum, TempsDeMiseEnOeuvreEnum } from '../enums.ts'
import { uuidOf } from '../global-id.ts'
import { changedFiche, resultUnion } from './changed-fiche.ts'

const UpdateFicheInput = builder.inputType('UpdateFicheInput', {
  description: 'Ce qui change d’une fiche : ce qui n’est pas nommé reste, null efface.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    statut: t.field({ type: StatutEnum, description: 'Où elle en est.' }),
    priorite: t.field({ type: PrioriteEnum, description: 'Priorité.' }),
    dateDebut: t.field({ type: 'Date', description: 'Premier jour.' }),
    dateFin: t.field({ type: 'Date', description: 'Dernier jour, pas avant le premier.' }),
    ameliorationContinue: t.boolean({ description: 'Vrai si l’action se répète tous les ans.' }),
    calendrier: t.string({ description: 'Calendrier, en quelques mots, 5 000 caractères au plus.' }),
    tempsDeMiseEnOeuvre: t.field({ type: TempsDeMiseEnOeuvreEnum, description: 'Temps de mise en œuvre.' }),
    participationCitoyenne: t.field({ type: ParticipationCitoyenneEnum, description: 'Participation citoyenne.' }),
    participationDetail: t.string({ description: 'Comment les habitants participent, 5 000 caractères au plus.' }),
    poids: t.int({ description: 'Combien elle compte dans l’avancement de ce qui la tient, de 0 à 100.' }),
  }),
})

builder.mutationField('updateFiche', (t) =>
  t.field({
    type: changedFiche('UpdateFicheSuccess', 'La fiche porte ce qui est demandé.'),
    description:
      'Change les champs nommés d’une fiche, et eux seuls. Codes : DATES_REVERSED, DATE_OUT_OF_RANGE, DETAIL_TOO_LONG, POIDS_OUT_OF_RANGE.',
    errors: resultUnion('UpdateFicheResult'),
    args: { input: t.arg({ type: UpdateFicheInput, required: true, description: 'Ce qui change.' }) },
    resolve: async (_root, { input }, context) => {
      const ficheId = uuidOf('Fiche', input.ficheId)
      await inTransaction(context, (useCase) => updateFiche(useCase, { ...input, ficheId }))
      return { ficheId }
    },
  }),
)
