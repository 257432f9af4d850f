import { encodeGlobalID } from '@pothos/plugin-relay'
import { inTransaction } from '../../bus/in-transaction.ts'
import type { FicheLaissee } from '../../domain/fiche/en-masse/undo-acte.ts'
import { type FicheRefusee, type FichesUpdated, updateFiches } from '../../domain/fiche/en-masse/update-fiches.ts'
import { builder } from '../builder.ts'
import {
  CibleEnum,
  EffetAttenduEnum,
  ParticipationCitoyenneEnum,
  PrioriteEnum,
  StatutEnum,
  TempsDeMiseEnOeuvreEnum,
} from '../enums.ts'
import { uuidOf } from '../global-id.ts'
import { resultUnion } from './changed-fiche.ts'

const FicheEnsemblesInput = builder.inputType('FicheEnsemblesInput', {
  description: 'Des éléments des listes d’une fiche ; 30 au plus par changement, ajouts et retraits ensemble.',
  fields: (t) => ({
    services: t.idList({ description: 'Services pilotes.' }),
    pilotes: t.idList({ description: 'Personnes pilotes.' }),
    referents: t.idList({ description: 'Personnes référentes.' }),
    structures: t.idList({ description: 'Structures.' }),
    partenaires: t.idList({ description: 'Partenaires.' }),
    instancesGouvernance: t.idList({ description: 'Instances de gouvernance.' }),
    tags: t.idList({ description: 'Étiquettes.' }),
    cibles: t.field({ type: [CibleEnum], description: 'Cibles.' }),
    effetsAttendus: t.field({ type: [EffetAttenduEnum], description: 'Effets attendus.' }),
    thematiques: t.stringList({ description: 'Codes de thématiques ; en retirer une retire ses sous-thématiques.' }),
    sousThematiques: t.stringList({ description: 'Codes de sous-thématiques ; en ajouter une ajoute sa thématique.' }),
  }),
})

const FicheValeursInput = builder.inputType('FicheValeursInput', {
  description: 'Ce que prennent les champs d’une fiche : ce qui n’est pas nommé reste, null efface.',
  fields: (t) => ({
    statut: t.field({ type: StatutEnum, description: 'Où elles en sont.' }),
    priorite: t.field({ type: PrioriteEnum, description: 'Priorité.' }),
    dateDebut: t.field({ type: 'Date', description: 'Premier jour.' }),
    dateFin: t.field({ type: 'Date', description: 'Dernier jour.' }),
    ameliorationContinue: t.boolean({ description: 'Vrai si l’action se répète tous les ans.' }),
    tempsDeMiseEnOeuvre: t.field({ type: TempsDeMiseEnOeuvreEnum, description: 'Temps de mise en œuvre.' }),
    poids: t.int({ description: 'Combien elles comptent dans l’avancement, de 0 à 100.' }),
    participationCitoyenne: t.field({ type: ParticipationCitoyenneEnum, description: 'Participation citoyenne.' }),
  }),
})

const UpdateFichesInput = builder.inputType('UpdateFichesInput', {
  description: 'Le même changement pour plusieurs fiches : ce qui n’est pas nommé reste.',
  fields: (t) => ({
    ficheIds: t.idList({ required: true, description: 'Les fiches, 500 au plus.' }),
    essai: t.boolean({
      required: true,
      description: 'Vrai : répond ce que le changement ferait, sans rien changer.',
    }),
    valeurs: t.field({ type: FicheValeursInput, description: 'Ce que leurs champs prennent.' }),
    ajouter: t.field({ type: FicheEnsemblesInput, description: 'Ce qu’il faut ajouter à leurs listes.' }),
    retirer: t.field({ type: FicheEnsemblesInput, description: 'Ce qu’il faut retirer de leurs listes.' }),
  }),
})

/** A fiche that an act on many leaves as it is, or in part. */
export const FicheLaisseeType = builder.objectRef<FicheRefusee | FicheLaissee>('FicheLaissee').implement({
  description: 'Une fiche qu’un changement de plusieurs fiches laisse telle qu’elle est, au moins en partie.',
  fields: (t) => ({
    ficheId: t.id({
      description: 'Son identifiant global.',
      resolve: ({ ficheId }) => encodeGlobalID('Fiche', ficheId),
    }),
    titre: t.exposeString('titre', { nullable: true, description: 'Son titre ; null si elle est introuvable.' }),
    code: t.exposeString('code', {
      description:
        'Pourquoi : FICHE_NOT_FOUND, EDIT_FICHE_FORBIDDEN, PLAN_ARCHIVED, OTHER_COLLECTIVITE, DATES_REVERSED, TOO_MANY ; CHANGED_SINCE d’une annulation.',
    }),
    message: t.exposeString('message', { description: 'Pourquoi, en français.' }),
  }),
})

const UpdateFichesSuccess = builder.objectRef<FichesUpdated>('UpdateFichesSuccess').implement({
  description: 'Ce que le changement a fait, ou ferait si c’est un essai.',
  fields: (t) => ({
    acte: t.expose('acte', {
      type: 'UUID',
      nullable: true,
      description: 'L’acte du journal, que undoActe annule ; null si rien n’est changé.',
    }),
    changees: t.exposeInt('changees', { description: 'Nombre de fiches qui changent. Exemple : 12.' }),
    inchangees: t.exposeInt('inchangees', { description: 'Nombre de fiches qui l’étaient déjà. Exemple : 3.' }),
    refusees: t.expose('refusees', {
      type: [FicheLaisseeType],
      description: 'Celles qui restent telles qu’elles sont, et pourquoi.',
    }),
  }),
})

/** The lists that are named, with global ids read as the uuids that the domain knows. */
function membresOf(input: typeof FicheEnsemblesInput.$inferInput | null | undefined) {
  const { services, pilotes, referents, structures, partenaires, instancesGouvernance, tags, ...values } = input ?? {}
  const uuids = (typename: 'Service' | 'Personne' | 'Label', ids: readonly string[] | null | undefined) =>
    ids?.map((id) => uuidOf(typename, id))
  return {
    services: uuids('Service', services),
    pilotes: uuids('Personne', pilotes),
    referents: uuids('Personne', referents),
    structures: uuids('Label', structures),
    partenaires: uuids('Label', partenaires),
    instancesGouvernance: uuids('Label', instancesGouvernance),
    tags: uuids('Label', tags),
    cibles: values.cibles ?? undefined,
    effetsAttendus: values.effetsAttendus ?? undefined,
    thematiques: values.thematiques ?? undefined,
    sousThematiques: values.sousThematiques ?? undefined,
  }
}

builder.mutationField('updateFiches', (t) =>
  t.field({
    type: UpdateFichesSuccess,
    description:
      'Donne le même changement à plusieurs fiches, celles que vous pouvez modifier, en un seul acte qui s’annule. Codes : NOTHING_TO_CHANGE, TOO_MANY, ADDED_AND_REMOVED, DATE_OUT_OF_RANGE.',
    errors: resultUnion('UpdateFichesResult'),
    args: { input: t.arg({ type: UpdateFichesInput, required: true, description: 'Ce qui change.' }) },
    resolve: (_root, { input }, context) => {
      const change = {
        essai: input.essai,
        valeurs: input.valeurs ?? {},
        ficheIds: input.ficheIds.map((id) => uuidOf('Fiche', id)),
        ajouter: membresOf(input.ajouter),
        retirer: membresOf(input.retirer),
      }
      return inTransaction(context, (useCase) => updateFiches(useCase, change), { origine: 'MASSE' })
    },
  }),
)
