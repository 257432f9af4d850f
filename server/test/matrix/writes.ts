import type { PlanVisibilite } from '@pupitre/prisma'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { WorldIds } from '../whole-world.ts'
import {
  admins,
  agents,
  type Audience,
  commenters,
  contributeurs,
  editeurs,
  editeursAndTheirKeys,
  fillers,
  fillersAndTheirKeys,
  indicateurAgents,
  membres,
  membresAndTheirKeys,
  people,
  planEditors,
  planEditorsOfOurs,
  restorers,
  writers,
} from './readers.ts'

/** What a mutation of the matrix is about. */
export interface Subject {
  ids: WorldIds
  /** One more of what a mutation wants two of. */
  others: { tag: string; personne: string; membre: string }
  /** An act by which an admin changed several fiches. */
  acte: string
  /** Of the text of its first fiche. */
  passage: { texte: string; caracteres: string }
  visibilite: PlanVisibilite
}

/** A mutation: what it is sent, who may do it, and to whom what it is about is something that exists. */
export interface Write {
  args: (subject: Subject) => Record<string, unknown>
  may: Audience
  seen: Audience
}

type Input = (subject: Subject) => Record<string, unknown>

const first = ([id = '']: readonly string[]): string => id
const second = ([, id = '']: readonly string[]): string => id

/** A mutation of one argument, `input`. */
const on =
  (seen: Audience) =>
  (may: Audience, input: Input): Write => ({ args: (subject) => ({ input: input(subject) }), may, seen })

/** A mutation that also names something which a grant does not show: to a grantee who might do it otherwise, that does not exist. */
const namingOurs = (may: Audience, input: Input): Write => ({
  args: (subject) => ({ input: input(subject) }),
  may: (reader, visibilite) => reader.is !== 'grantee' && may(reader, visibilite),
  seen: (reader, visibilite) => agents(reader, visibilite) && !(reader.is === 'grantee' && may(reader, visibilite)),
})

const onPlan = on(agents)
const onThread = on(people)
const onFiche = on(agents)
const inCollectivite = on(membresAndTheirKeys)
const onWords = on(fillersAndTheirKeys)
const ofPeople = on(membres)
const ofAdmins = on(admins)

const fiche = ({ ids }: Subject) => ({ ficheId: first(ids.Fiche) })
const plan = ({ ids }: Subject) => ({ planId: first(ids.Plan) })
const collectivite = ({ ids }: Subject) => ({ collectiviteId: first(ids.Collectivite) })
const personne = ({ ids }: Subject) => ({ personneId: first(ids.Personne) })
const fil = ({ ids }: Subject) => ({ filId: first(ids.Fil) })
const commentaire = ({ ids }: Subject) => ({ commentaireId: first(ids.Commentaire) })
/** It is somebody else's: fils.test.ts changes one's own. */
const nobody: Audience = () => false
const indicateur = ({ ids }: Subject) => ({ indicateurId: first(ids.Indicateur) })

/** What is expected of every mutation. One that is not named here, nor in the sets below, fails the build. */
export const WRITES: Record<string, Write> = {
  createPlan: inCollectivite(editeurs, (subject) => ({ ...collectivite(subject), nom: 'Nouveau', type: 'PCAET' })),
  updatePlan: onPlan(planEditors, (subject) => ({ ...plan(subject), dateFin: '2031-12-31' })),
  changePlanAccess: onPlan(admins, (subject) => ({ ...plan(subject), ouverture: 'LIRE' })),
  grantPlanAccess: onPlan(admins, (subject) => ({
    ...plan(subject),
    niveau: 'LIRE',
    beneficiaire: { serviceId: first(subject.ids.Service) },
  })),
  revokePlanAccess: onPlan(admins, (subject) => ({ ...plan(subject), octroiId: first(subject.ids.Octroi) })),
  addPlanPilote: onPlan(planEditors, (subject) => ({ ...plan(subject), personneId: second(subject.ids.Personne) })),
  removePlanPilote: onPlan(planEditors, (subject) => ({ ...plan(subject), ...personne(subject) })),
  addPlanReferent: onPlan(planEditors, (subject) => ({ ...plan(subject), personneId: second(subject.ids.Personne) })),
  removePlanReferent: onPlan(planEditors, (subject) => ({ ...plan(subject), ...personne(subject) })),
  deletePlan: onPlan(planEditors, plan),
  archivePlan: onPlan(planEditors, (subject) => ({ ...plan(subject), archive: true })),
  duplicatePlan: onPlan(planEditorsOfOurs, (subject) => ({ ...plan(subject), nom: 'Copie' })),

  createPlanModele: onPlan(planEditorsOfOurs, (subject) => ({
    ...plan(subject),
    nom: 'Modèle nouveau',
    avecFiches: true,
  })),
  renamePlanModele: ofPeople(editeurs, ({ ids }) => ({ modeleId: first(ids.PlanModele), nom: 'Modèle renommé' })),
  deletePlanModele: ofPeople(editeurs, ({ ids }) => ({ modeleId: first(ids.PlanModele) })),
  createPlanFromModele: ofPeople(editeurs, ({ ids }) => ({ modeleId: first(ids.PlanModele), nom: 'Plan nouveau' })),

  createVue: ofPeople(editeurs, (subject) => ({
    ...collectivite(subject),
    nom: 'Vue nouvelle',
    parametres: 'vue=frise',
    partagee: true,
  })),
  openFicheFil: onThread(commenters, (subject) => ({ ...fiche(subject), champ: 'STATUT', texteMarkdown: 'À revoir' })),
  openPlanFil: onThread(commenters, (subject) => ({ ...plan(subject), texteMarkdown: 'À revoir' })),
  openAxeFil: onThread(commenters, ({ ids }) => ({ axeId: first(ids.Axe), texteMarkdown: 'À revoir' })),
  replyToFil: onThread(commenters, (subject) => ({ ...fil(subject), texteMarkdown: 'Oui' })),
  resolveFil: onThread(commenters, (subject) => ({ ...fil(subject), resolu: true })),
  attachFil: onThread(commenters, (subject) => ({ ...fil(subject), passage: subject.passage })),
  markFil: onThread(people, (subject) => ({ ...fil(subject), lu: true })),
  updateCommentaire: onThread(nobody, (subject) => ({ ...commentaire(subject), texteMarkdown: 'Autre chose' })),
  deleteCommentaire: onThread(admins, commentaire),
  addReaction: onThread(commenters, (subject) => ({ ...commentaire(subject), sens: 'MERCI' })),
  removeReaction: onThread(commenters, (subject) => ({ ...commentaire(subject), sens: 'MERCI' })),

  updateVue: ofPeople(admins, ({ ids }) => ({ vueId: first(ids.Vue), nom: 'Vue renommée' })),
  deleteVue: ofPeople(admins, ({ ids }) => ({ vueId: first(ids.Vue) })),

  createAxe: onPlan(planEditors, (subject) => ({ ...plan(subject), nom: 'Axe nouveau' })),
  renameAxe: onPlan(planEditors, ({ ids }) => ({ axeId: first(ids.Axe), nom: 'Axe renommé' })),
  moveAxes: onPlan(planEditors, (subject) => ({
    ...plan(subject),
    moves: [{ axeIds: [second(subject.ids.Axe)], parentId: null }],
  })),
  deleteAxes: onPlan(planEditors, (subject) => ({ ...plan(subject), axeIds: [first(subject.ids.Axe)] })),
  addAxeIndicateur: namingOurs(planEditors, ({ ids }) => ({
    axeId: first(ids.Axe),
    indicateurId: second(ids.Indicateur),
  })),
  removeAxeIndicateur: onPlan(planEditors, ({ ids }) => ({
    axeId: first(ids.Axe),
    indicateurId: first(ids.Indicateur),
  })),

  createChampPropre: onPlan(planEditors, (subject) => ({ ...plan(subject), nom: 'Coût', type: 'NOMBRE' })),
  updateChampPropre: onPlan(planEditors, ({ ids }) => ({ champId: first(ids.ChampPropre), nom: 'Renommé' })),
  moveChampPropre: onPlan(planEditors, ({ ids }) => ({
    champId: first(ids.ChampPropre),
    afterId: second(ids.ChampPropre),
  })),
  deleteChampPropre: onPlan(planEditors, ({ ids }) => ({ champId: first(ids.ChampPropre) })),
  addChampPropreChoix: onPlan(planEditors, ({ ids }) => ({ champId: ids.ChampPropre.at(-1), nom: 'Autre choix' })),
  updateChampPropreChoix: onPlan(planEditors, ({ ids }) => ({ choixId: first(ids.ChampPropreChoix), nom: 'Renommé' })),
  removeChampPropreChoix: onPlan(planEditors, ({ ids }) => ({ choixId: first(ids.ChampPropreChoix) })),

  createFiche: onPlan(planEditors, (subject) => ({ ...plan(subject), titre: 'Nouvelle' })),
  updateFiche: onFiche(writers, (subject) => ({ ...fiche(subject), statut: 'REALISE' })),
  updateFicheTextes: onFiche(writers, (subject) => ({ ...fiche(subject), moyensMarkdown: 'Un **demi-poste**' })),
  restrictFiche: onFiche(planEditors, (subject) => ({ ...fiche(subject), restreinte: false })),
  grantFicheAccess: onFiche(admins, (subject) => ({
    ...fiche(subject),
    niveau: 'LIRE',
    beneficiaire: { serviceId: first(subject.ids.Service) },
  })),
  revokeFicheAccess: onFiche(admins, (subject) => ({ ...fiche(subject), octroiId: first(subject.ids.Octroi) })),
  deleteFiches: onFiche(planEditors, ({ ids }) => ({ ficheIds: [first(ids.Fiche)] })),
  duplicateFiche: onFiche(planEditors, (subject) => ({ ...fiche(subject), ...plan(subject) })),
  mergeFiches: onFiche(planEditors, ({ ids }) => ({
    ficheId: second(ids.Fiche),
    intoId: first(ids.Fiche),
    essai: false,
  })),
  movePlacements: onPlan(planEditors, (subject) => ({
    ...plan(subject),
    moves: [{ placementIds: [first(subject.ids.Placement)], axeId: second(subject.ids.Axe) }],
  })),
  addPlacement: onFiche(planEditors, ({ ids }) => ({ ficheId: first(ids.Fiche), planId: second(ids.Plan) })),
  removePlacement: onFiche(planEditors, ({ ids }) => ({ placementId: first(ids.Placement) })),

  createSousAction: onFiche(writers, ({ ids }) => ({ parentId: first(ids.Fiche), titre: 'Nouvelle' })),
  moveSousAction: onFiche(writers, ({ ids }) => ({ sousActionId: ids.Fiche[3], afterId: ids.Fiche[4] })),
  makeSousAction: onFiche(planEditors, ({ ids }) => ({ ficheId: ids.Fiche[2], parentId: first(ids.Fiche) })),
  takeOutSousAction: onFiche(planEditors, ({ ids }) => ({ sousActionId: ids.Fiche[3] })),

  addFicheCible: onFiche(writers, (subject) => ({ ...fiche(subject), cible: 'AGENTS' })),
  removeFicheCible: onFiche(writers, (subject) => ({ ...fiche(subject), cible: 'AGENTS' })),
  addFicheEffetAttendu: onFiche(writers, (subject) => ({ ...fiche(subject), effet: 'QUALITE_AIR' })),
  removeFicheEffetAttendu: onFiche(writers, (subject) => ({ ...fiche(subject), effet: 'QUALITE_AIR' })),
  addFicheThematique: onFiche(writers, (subject) => ({ ...fiche(subject), code: 'activites-economiques' })),
  removeFicheThematique: onFiche(writers, (subject) => ({ ...fiche(subject), code: 'activites-economiques' })),
  addFicheSousThematique: onFiche(writers, (subject) => ({
    ...fiche(subject),
    code: 'activites-economiques/artisanat',
  })),
  removeFicheSousThematique: onFiche(writers, (subject) => ({
    ...fiche(subject),
    code: 'activites-economiques/artisanat',
  })),
  addFicheLabel: onFiche(writers, (subject) => ({ ...fiche(subject), genre: 'TAG', labelId: subject.others.tag })),
  removeFicheLabel: onFiche(writers, (subject) => ({ ...fiche(subject), labelId: subject.ids.Label[3] })),
  addFichePilote: onFiche(writers, (subject) => ({ ...fiche(subject), personneId: subject.others.personne })),
  removeFichePilote: onFiche(writers, (subject) => ({ ...fiche(subject), ...personne(subject) })),
  addFicheReferent: onFiche(writers, (subject) => ({ ...fiche(subject), personneId: subject.others.personne })),
  removeFicheReferent: onFiche(writers, (subject) => ({ ...fiche(subject), ...personne(subject) })),
  addFicheService: onFiche(writers, (subject) => ({ ...fiche(subject), serviceId: second(subject.ids.Service) })),
  removeFicheService: onFiche(writers, (subject) => ({ ...fiche(subject), serviceId: first(subject.ids.Service) })),
  addFicheIndicateur: namingOurs(writers, (subject) => ({
    ...fiche(subject),
    indicateurId: second(subject.ids.Indicateur),
  })),
  removeFicheIndicateur: onFiche(writers, (subject) => ({ ...fiche(subject), ...indicateur(subject) })),
  addFicheMesureLiee: onFiche(writers, (subject) => ({ ...fiche(subject), code: '2.1', titre: 'Mesure' })),
  removeFicheMesureLiee: onFiche(writers, ({ ids }) => ({ mesureId: first(ids.MesureLiee) })),
  addFicheBudget: onFiche(writers, (subject) => ({
    ...fiche(subject),
    type: 'FONCTIONNEMENT',
    unite: 'EUROS_HT',
    nature: 'PREVISIONNEL',
    annee: 2027,
    montant: '10',
  })),
  updateFicheBudget: onFiche(writers, ({ ids }) => ({ ligneId: first(ids.LigneBudget), montant: '11' })),
  removeFicheBudget: onFiche(writers, ({ ids }) => ({ ligneId: first(ids.LigneBudget) })),
  addFicheFinanceur: onFiche(writers, (subject) => ({
    ...fiche(subject),
    financeurIds: [subject.ids.Label[4]],
    montantHt: '10',
  })),
  updateFicheFinanceur: onFiche(writers, ({ ids }) => ({ ligneId: first(ids.LigneFinanceur), montantHt: '11' })),
  removeFicheFinanceur: onFiche(writers, ({ ids }) => ({ ligneId: first(ids.LigneFinanceur) })),
  createFicheNote: onFiche(writers, (subject) => ({ ...fiche(subject), date: '2026-03-12' })),
  updateFicheNote: onFiche(writers, ({ ids }) => ({ noteId: first(ids.NoteSuivi), date: '2026-03-13' })),
  updateFicheNoteTexte: onFiche(writers, ({ ids }) => ({ noteId: first(ids.NoteSuivi), texteMarkdown: 'Notifié' })),
  deleteFicheNote: onFiche(writers, ({ ids }) => ({ noteId: first(ids.NoteSuivi) })),
  restoreFicheNote: onFiche(writers, ({ ids }) => ({ noteId: second(ids.NoteSuivi) })),
  setFicheChampPropre: onFiche(writers, (subject) => ({
    ...fiche(subject),
    champId: first(subject.ids.ChampPropre),
    texte: 'Oui',
  })),
  linkFiches: onFiche(writers, ({ ids }) => ({ ficheId: first(ids.Fiche), autreId: second(ids.Fiche), type: 'LIEE' })),
  unlinkFiches: { args: ({ ids }) => ({ lienId: first(ids.Lien) }), may: writers, seen: agents },
  dismissDoublon: onFiche(writers, ({ ids }) => ({ ficheId: first(ids.Fiche), autreId: second(ids.Fiche) })),
  reconsiderDoublon: onFiche(writers, ({ ids }) => ({ ficheId: first(ids.Fiche), autreId: second(ids.Fiche) })),
  undoActe: on(planEditorsOfOurs)(planEditorsOfOurs, ({ acte }) => ({ acte })),
  restore: on(restorers)(restorers, ({ ids }) => ({ suppressionIds: [ids.Suppression[2]] })),

  createIndicateur: inCollectivite(editeurs, (subject) => ({ ...collectivite(subject), nom: 'Arbres plantés' })),
  updateIndicateur: on(indicateurAgents)(editeurs, (subject) => ({ ...indicateur(subject), unite: 't' })),
  deleteIndicateur: on(indicateurAgents)(editeurs, indicateur),
  setIndicateurValeur: on(indicateurAgents)(editeursAndTheirKeys, (subject) => ({
    ...indicateur(subject),
    valeur: { periode: '2026-01-01', realise: '3' },
  })),
  setIndicateurValeurs: on(indicateurAgents)(editeursAndTheirKeys, (subject) => ({
    ...indicateur(subject),
    valeurs: [{ periode: '2026-01-01', realise: '3' }],
  })),

  renameLabel: onWords(editeurs, ({ ids }) => ({ labelId: first(ids.Label), nom: 'Renommé' })),
  mergeLabels: onWords(editeurs, ({ ids, others }) => ({ labelIds: [others.tag], intoId: ids.Label[3] })),
  deleteLabel: onWords(editeurs, ({ ids }) => ({ labelId: ids.Label[5] })),
  createPersonne: inCollectivite(contributeurs, (subject) => ({ ...collectivite(subject), nom: 'Maya Duval' })),
  renamePersonne: on(fillers)(admins, (subject) => ({ ...personne(subject), nom: 'Awa Renommée' })),
  attachPersonne: ofPeople(admins, (subject) => ({ ...personne(subject), membreId: subject.others.membre })),

  inviteMembres: ofPeople(admins, (subject) => ({
    ...collectivite(subject),
    role: 'LECTEUR',
    invites: [{ email: 'nouvelle@exemple.fr' }],
  })),
  resendInvitation: ofAdmins(admins, ({ ids }) => ({ invitationId: first(ids.Invitation) })),
  revokeInvitation: ofAdmins(admins, ({ ids }) => ({ invitationId: first(ids.Invitation) })),
  updateMembre: ofPeople(admins, ({ ids }) => ({ membreId: first(ids.Membre), role: 'CONTRIBUTEUR' })),
  removeMembre: ofPeople(admins, ({ ids }) => ({ membreId: first(ids.Membre) })),
  addMembreService: ofPeople(admins, ({ ids }) => ({ membreId: first(ids.Membre), serviceId: first(ids.Service) })),
  removeMembreService: ofPeople(admins, ({ ids }) => ({ membreId: first(ids.Membre), serviceId: first(ids.Service) })),
  createService: inCollectivite(admins, (subject) => ({ ...collectivite(subject), nom: 'Service nouveau' })),
  renameService: onWords(admins, ({ ids }) => ({ serviceId: first(ids.Service), nom: 'Service renommé' })),
  mergeServices: onWords(admins, ({ ids }) => ({ serviceIds: [second(ids.Service)], intoId: first(ids.Service) })),
  deleteService: onWords(admins, ({ ids }) => ({ serviceId: ids.Service[2] })),
  changeNomsPublics: inCollectivite(admins, (subject) => ({ ...collectivite(subject), nomsPublics: true })),
  noteVisite: ofPeople(membres, collectivite),
  dismissPremiersPas: ofPeople(membres, collectivite),
  createApiKey: inCollectivite(admins, (subject) => ({ ...collectivite(subject), nom: 'Clé', scopes: ['LIRE'] })),
  rotateApiKey: ofAdmins(admins, ({ ids }) => ({ apiKeyId: first(ids.ApiKey) })),
  revokeApiKey: ofAdmins(admins, ({ ids }) => ({ apiKeyId: first(ids.ApiKey) })),
  createWebhook: ofAdmins(admins, ({ ids }) => ({ apiKeyId: first(ids.ApiKey), url: 'https://exemple.fr/autre' })),
  updateWebhook: ofAdmins(admins, ({ ids }) => ({ webhookId: first(ids.Webhook), isActive: false })),
  rotateWebhookSecret: ofAdmins(admins, ({ ids }) => ({ webhookId: first(ids.Webhook) })),
  testWebhook: ofAdmins(admins, ({ ids }) => ({ webhookId: first(ids.Webhook) })),
  redeliverWebhook: ofAdmins(admins, ({ ids }) => ({ deliveryId: first(ids.WebhookDelivery) })),
  deleteWebhook: ofAdmins(admins, ({ ids }) => ({ webhookId: first(ids.Webhook) })),
}

/** What one does to oneself, and can name nobody else in: rights-people.test.ts looks at it. */
export const OF_ONESELF: ReadonlySet<string> = new Set([
  'acceptInvitation',
  'deleteAccount',
  'endOtherSessions',
  'endSession',
  'updateViewer',
])

/** What answers fiche by fiche, those that are left out too: rights-en-masse.test.ts looks at it. */
export const OF_MANY: ReadonlySet<string> = new Set(['updateFiches'])

/** The same, about nothing that there is. */
export function absent({ ids, acte: _acte, ...same }: Subject): Subject {
  const nothing = (globalIds: string[], typename: string) =>
    globalIds.map(() => encodeGlobalID(typename, crypto.randomUUID()))
  const gone = Object.fromEntries(Object.entries(ids).map(([name, list]) => [name, nothing(list, name)]))
  return { ids: { ...ids, ...gone }, acte: crypto.randomUUID(), ...same }
}
