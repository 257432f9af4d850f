import { CIBLE_LABELS, EFFET_LABELS, PARTICIPATION_LABELS, TEMPS_LABELS } from '../../lib/vocabulary/fiche-choices.ts'
import { PRIORITE_LABELS, STATUT_LABELS } from '../../lib/vocabulary/fiche-labels.ts'
import { API_SCOPE_LABELS } from '../../lib/vocabulary/api-scopes.ts'
import { dayAndTime, longDate } from '../../lib/text/dates.ts'

const CHAMPS: Readonly<Record<string, string>> = {
  acceptedAt: 'Acceptation',
  ameliorationContinue: 'Action répétée',
  archivedAt: 'Archivage',
  annee: 'Année',
  axe: 'Axe',
  calendrier: 'Calendrier',
  champ: 'Champ',
  choix: 'Choix',
  cible: 'Cible',
  code: 'Code',
  commentaire: 'Commentaire',
  date: 'Date',
  dateDebut: 'Date de début',
  dateFin: 'Échéance',
  description: 'Description',
  effet: 'Effet',
  fiche: 'Fiche',
  expiresAt: 'Expiration',
  genre: 'Liste',
  indicateur: 'Indicateur',
  kind: 'Nature',
  label: 'Libellé',
  montant: 'Montant',
  montantHt: 'Montant HT',
  nature: 'Nature',
  niveaux: 'Noms des niveaux',
  nom: 'Nom',
  nombre: 'Nombre',
  nomsPublics: 'Noms montrés avec les plans publics',
  niveau: 'Niveau',
  objectif: 'Objectif',
  ouverture: 'Ouverture',
  parent: 'Dans',
  participationCitoyenne: 'Participation citoyenne',
  participationDetail: 'Détail de la participation',
  periode: 'Période',
  periodicite: 'Périodicité',
  personne: 'Personne',
  plan: 'Plan',
  position: 'Ordre',
  priorite: 'Priorité',
  realise: 'Réalisé',
  restreinte: 'Restreinte',
  role: 'Rôle',
  service: 'Service',
  sousThematique: 'Sous-thématique',
  poids: 'Poids',
  statut: 'Statut',
  suppression: 'Corbeille',
  tempsDeMiseEnOeuvre: 'Temps de mise en œuvre',
  texte: 'Texte',
  thematique: 'Thématique',
  timeZone: 'Fuseau horaire',
  titre: 'Titre',
  type: 'Type',
  typeAutre: 'Type, autre',
  unite: 'Unité',
  visibilite: 'Visibilité',
  prefix: 'Début du secret',
  scopes: 'Ce qu’elle permet',
  revokedAt: 'Révocation',
  previousPrefix: 'Début du secret d’avant',
  previousUntil: 'Fin du secret d’avant',
  url: 'Adresse',
  apiKey: 'Clé d’API',
  secretIssuedAt: 'Nouveau secret',
  previousSecretUntil: 'Fin du secret d’avant',
  disabledAt: 'Désactivation',
}

/** What the page calls a field of the journal. */
export function champLabel(champ: string): string {
  return CHAMPS[champ] ?? champ
}

const BY_CHAMP: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  statut: STATUT_LABELS,
  priorite: PRIORITE_LABELS,
  tempsDeMiseEnOeuvre: TEMPS_LABELS,
  participationCitoyenne: PARTICIPATION_LABELS,
  cible: CIBLE_LABELS,
  effet: EFFET_LABELS,
  role: { LECTEUR: 'Lecteur', CONTRIBUTEUR: 'Contributeur', EDITEUR: 'Éditeur', ADMIN: 'Admin' },
  scopes: API_SCOPE_LABELS,
  visibilite: { RESTREINT: 'Restreint', COLLECTIVITE: 'Collectivité', PUBLIC: 'Public' },
  niveau: { LIRE: 'Lire', COMMENTER: 'Commenter', CONTRIBUER: 'Contribuer', EDITER: 'Éditer' },
  ouverture: { LIRE: 'Lire', COMMENTER: 'Commenter', CONTRIBUER: 'Contribuer', EDITER: 'Éditer' },
  periodicite: { ANNUELLE: 'Annuelle', MENSUELLE: 'Mensuelle' },
  unite: { EUROS_HT: '€\u00a0HT' },
  nature: { PREVISIONNEL: 'Prévisionnel', REEL: 'Réel' },
  type: {
    INVESTISSEMENT: 'Investissement',
    FONCTIONNEMENT: 'Fonctionnement',
    NON_PRECISE: 'Non précisé',
    LIEE: 'Liée',
    DOUBLON: 'Doublon',
    CONTRIBUE_A: 'Contribue à',
    DEPEND_DE: 'Dépend de',
    TEXTE: 'Texte',
    NOMBRE: 'Nombre',
    DATE: 'Date',
    CHOIX: 'Choix',
  },
}

const YES_NO: Readonly<Record<string, string>> = { true: 'oui', false: 'non' }

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/

/** A value in the page's words; null when there is none. */
export function valueText(champ: string, value: string | null | undefined): string | null {
  if (value == null || value === '') return null
  const words = BY_CHAMP[champ]
  // Several of a list come as one text.
  if (words)
    return value
      .split(', ')
      .map((one) => words[one] ?? one)
      .join(', ')
  // What somebody wrote may look like a date, and be none.
  if (Number.isNaN(Date.parse(value))) return YES_NO[value] ?? value
  if (INSTANT.test(value)) return dayAndTime(value)
  return DAY.test(value) ? longDate(value) : value
}
