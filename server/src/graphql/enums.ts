import type {
  ApiScope,
  BudgetNature,
  BudgetType,
  BudgetUnite,
  ChampPropreType,
  Cible,
  CollectiviteType,
  EffetAttendu,
  LabelGenre,
  LienType,
  Ouverture,
  ParticipationCitoyenne,
  Periodicite,
  PlanType,
  PlanVisibilite,
  Priorite,
  Role,
  Statut,
  TempsDeMiseEnOeuvre,
} from '@pupitre/prisma'
import { CIBLES, EFFETS, PARTICIPATIONS, PRIORITES, STATUTS, TEMPS } from '../domain/fiche/choice-labels.ts'
import { builder } from './builder.ts'

/** Every value with the words that agents use for it. */
export function described<Value extends string>(labels: Record<Value, string>): Record<Value, { description: string }>
export function described(labels: Record<string, string>) {
  return Object.fromEntries(Object.entries(labels).map(([value, description]) => [value, { description }]))
}

export const RoleEnum = builder.enumType('Role', {
  description: 'Ce qu’un membre peut faire dans une collectivité ; chaque rôle comprend les précédents.',
  values: described<Role>({
    LECTEUR: 'Lecteur : lit.',
    CONTRIBUTEUR: 'Contributeur : modifie aussi les fiches de ses services.',
    EDITEUR: 'Éditeur : crée et modifie aussi les plans, les axes et toutes les fiches.',
    ADMIN: 'Admin : gère aussi les membres, les services et les réglages.',
  }),
})

export const ApiScopeEnum = builder.enumType('ApiScope', {
  description: 'Ce qu’une clé d’API permet. Toutes lisent les plans publics de toutes les collectivités.',
  values: described<ApiScope>({
    PUBLIC: 'Les plans publics de toutes les collectivités.',
    LIRE: 'Lire ce qu’un lecteur de la collectivité lit : ses plans, ses fiches, ses indicateurs, sauf ce qui est restreint.',
    LIRE_TOUT: 'Lire aussi ce qui est restreint dans la collectivité.',
    ECRIRE: 'Lire, et modifier ce qu’un éditeur de la collectivité modifie.',
  }),
})

export const StatutEnum = builder.enumType('Statut', {
  description: 'Où en est une fiche action.',
  values: described<Statut>(STATUTS),
})

export const PrioriteEnum = builder.enumType('Priorite', {
  description: 'Priorité d’une fiche action.',
  values: described<Priorite>(PRIORITES),
})

export const LienTypeEnum = builder.enumType('LienType', {
  description: 'Ce qu’un lien dit de deux fiches.',
  values: described<LienType>({
    LIEE: 'Liées : les deux se complètent.',
    DOUBLON: 'Doublon : les deux décrivent la même action.',
    CONTRIBUE_A: 'Contribue à : la première sert la seconde.',
    DEPEND_DE: 'Dépend de : la première attend la seconde.',
  }),
})

export const PlanVisibiliteEnum = builder.enumType('PlanVisibilite', {
  description: 'Qui lit un plan.',
  values: described<PlanVisibilite>({
    RESTREINT: 'Restreint : les admins, et ceux à qui un accès est donné.',
    COLLECTIVITE: 'Collectivité : tous ses membres.',
    PUBLIC: 'Public : n’importe qui, sans compte aussi ; ses membres y font ce que leur rôle permet.',
  }),
})

export const OuvertureEnum = builder.enumType('Ouverture', {
  description:
    'Ce que l’on peut faire d’un plan ou d’une fiche : le plus qu’un rôle donne à lui seul dans un plan, ou ce qu’un accès donne. Chaque valeur comprend les précédentes ; les admins sont au-dessus.',
  values: described<Ouverture>({
    LIRE: 'Lire.',
    COMMENTER: 'Commenter aussi.',
    CONTRIBUER: 'Contribuer aussi : modifier les fiches, par son rôle celles que l’on pilote.',
    EDITER: 'Éditer aussi : modifier le plan, ses axes et toutes ses fiches.',
  }),
})

export const CollectiviteTypeEnum = builder.enumType('CollectiviteType', {
  description: 'Nature d’une collectivité.',
  values: described<CollectiviteType>({
    REGION: 'Région',
    DEPARTEMENT: 'Département',
    METROPOLE: 'Métropole',
    COMMUNAUTE_URBAINE: 'Communauté urbaine',
    COMMUNAUTE_AGGLOMERATION: 'Communauté d’agglomération',
    COMMUNAUTE_COMMUNES: 'Communauté de communes',
    COMMUNE: 'Commune',
    SYNDICAT: 'Syndicat',
    AUTRE: 'Autre',
  }),
})

export const PlanTypeEnum = builder.enumType('PlanType', {
  description: 'Type d’un plan.',
  values: described<PlanType>({
    PROJET_DE_TERRITOIRE: 'Projet de territoire',
    TRANSITION_ECOLOGIQUE: 'Plan de transition écologique (COT, Territoire engagé)',
    CRTE: 'Contrat de relance et de transition écologique',
    PCAET: 'Plan climat-air-énergie territorial',
    ECONOMIE_CIRCULAIRE: 'Économie circulaire et déchets (PLPDMA…)',
    URBANISME_HABITAT: 'Urbanisme et habitat',
    ENERGIES: 'Énergies (TEPOS…)',
    BATIMENT: 'Bâtiment',
    MOBILITE: 'Mobilité',
    AGRICULTURE_ALIMENTATION: 'Agriculture et alimentation (PAT)',
    EAU: 'Eau',
    BIODIVERSITE: 'Biodiversité',
    PROTECTION_ATMOSPHERE: 'Protection de l’atmosphère',
    SPASER: 'Schéma de promotion des achats responsables (SPASER)',
    CONTRAT_LOCAL_SANTE: 'Contrat local de santé',
    PLAN_COMMUNAL_SAUVEGARDE: 'Plan communal de sauvegarde',
    AUTRE: 'Autre : typeAutre dit lequel',
  }),
})

export const PeriodiciteEnum = builder.enumType('Periodicite', {
  description: 'Une valeur par an, ou par mois.',
  values: described<Periodicite>({ ANNUELLE: 'Une valeur par an.', MENSUELLE: 'Une valeur par mois.' }),
})

export const BudgetTypeEnum = builder.enumType('BudgetType', {
  description: 'Ce qu’une ligne de budget paie.',
  values: described<BudgetType>({
    INVESTISSEMENT: 'Investissement',
    FONCTIONNEMENT: 'Fonctionnement',
    NON_PRECISE: 'Non précisé',
  }),
})

export const BudgetUniteEnum = builder.enumType('BudgetUnite', {
  description: 'Ce en quoi une ligne de budget compte.',
  values: described<BudgetUnite>({ EUROS_HT: 'Euros hors taxes', ETP: 'Équivalents temps plein' }),
})

export const BudgetNatureEnum = builder.enumType('BudgetNature', {
  description: 'Ce qui est prévu, ou ce qui a été dépensé.',
  values: described<BudgetNature>({ PREVISIONNEL: 'Prévisionnel', REEL: 'Réel' }),
})

export const ChampPropreTypeEnum = builder.enumType('ChampPropreType', {
  description: 'Ce qu’un champ propre à un plan contient.',
  values: described<ChampPropreType>({ TEXTE: 'Texte', NOMBRE: 'Nombre', DATE: 'Date', CHOIX: 'Choix dans une liste' }),
})

export const TempsDeMiseEnOeuvreEnum = builder.enumType('TempsDeMiseEnOeuvre', {
  description: 'Temps de mise en œuvre d’une fiche action.',
  values: described<TempsDeMiseEnOeuvre>(TEMPS),
})

export const ParticipationCitoyenneEnum = builder.enumType('ParticipationCitoyenne', {
  description: 'Comment les habitants participent à une action.',
  values: described<ParticipationCitoyenne>(PARTICIPATIONS),
})

export const CibleEnum = builder.enumType('Cible', {
  description: 'À qui une action s’adresse.',
  values: described<Cible>(CIBLES),
})

export const EffetAttenduEnum = builder.enumType('EffetAttendu', {
  description: 'Ce qui est attendu d’une action.',
  values: described<EffetAttendu>(EFFETS),
})

export const FicheLabelGenreEnum = builder.enumType('FicheLabelGenre', {
  description: 'Les listes de libellés qu’une fiche porte.',
  values: described<Exclude<LabelGenre, 'FINANCEUR'>>({
    STRUCTURE: 'Structures',
    PARTENAIRE: 'Partenaires',
    INSTANCE_GOUVERNANCE: 'Instances de gouvernance',
    TAG: 'Étiquettes',
  }),
})

export const LabelGenreEnum = builder.enumType('LabelGenre', {
  description: 'Ce que nomme un libellé.',
  values: described<LabelGenre>({
    STRUCTURE: 'Structure',
    PARTENAIRE: 'Partenaire',
    INSTANCE_GOUVERNANCE: 'Instance de gouvernance',
    TAG: 'Étiquette',
    FINANCEUR: 'Financeur',
  }),
})
