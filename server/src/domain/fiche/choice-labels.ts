import type {
  Cible,
  EffetAttendu,
  ParticipationCitoyenne,
  Priorite,
  Statut,
  TempsDeMiseEnOeuvre,
} from '@pupitre/prisma'

/** The values of each list of a fiche in the agents' words, in the page's order: the API describes them so, our template offers them, and the import reads them. */
export const STATUTS: Record<Statut, string> = {
  A_VENIR: 'À venir',
  A_DISCUTER: 'À discuter',
  EN_COURS: 'En cours',
  REALISE: 'Réalisé',
  EN_PAUSE: 'En pause',
  BLOQUE: 'Bloqué',
  ABANDONNE: 'Abandonné',
}

export const PRIORITES: Record<Priorite, string> = { ELEVE: 'Élevé', MOYEN: 'Moyen', BAS: 'Bas' }

export const TEMPS: Record<TempsDeMiseEnOeuvre, string> = {
  MOINS_D_UN_AN: 'Moins d’un an',
  UN_A_DEUX_ANS: '1 à 2 ans',
  PLUS_DE_DEUX_ANS: 'Plus de 2 ans',
  NON_ESTIME: 'Non estimé',
}

export const PARTICIPATIONS: Record<ParticipationCitoyenne, string> = {
  PAS_DE_PARTICIPATION: 'Pas de participation',
  INFORMATION: 'Information',
  CONSULTATION: 'Consultation',
  CONCERTATION: 'Concertation',
  CO_CONSTRUCTION: 'Co-construction',
}

export const CIBLES: Record<Cible, string> = {
  GRAND_PUBLIC: 'Grand public',
  ASSOCIATIONS: 'Associations',
  PUBLIC_SCOLAIRE: 'Public scolaire',
  AUTRES_COLLECTIVITES: 'Autres collectivités du territoire',
  ACTEURS_ECONOMIQUES: 'Acteurs économiques',
  ACTEURS_ECONOMIQUES_PRIMAIRE: 'Acteurs économiques du secteur primaire',
  ACTEURS_ECONOMIQUES_SECONDAIRE: 'Acteurs économiques du secteur secondaire',
  ACTEURS_ECONOMIQUES_TERTIAIRE: 'Acteurs économiques du secteur tertiaire',
  PARTENAIRES: 'Partenaires',
  COLLECTIVITE: 'Collectivité elle-même',
  ELUS_LOCAUX: 'Élus locaux',
  AGENTS: 'Agents',
}

export const EFFETS: Record<EffetAttendu, string> = {
  ADAPTATION_CHANGEMENT_CLIMATIQUE: 'Adaptation au changement climatique',
  ALLONGEMENT_DUREE_USAGE: 'Allongement de la durée d’usage',
  QUALITE_AIR: 'Amélioration de la qualité de l’air',
  ENERGIES_RENOUVELABLES: 'Développement des énergies renouvelables',
  BIODIVERSITE: 'Préservation de la biodiversité',
  REDUCTION_CONSOMMATIONS_ENERGETIQUES: 'Réduction des consommations énergétiques',
  REDUCTION_DECHETS: 'Réduction des déchets',
  REDUCTION_POLLUANTS_ATMOSPHERIQUES: 'Réduction des polluants atmosphériques',
  REDUCTION_GAZ_EFFET_SERRE: 'Réduction des émissions de gaz à effet de serre',
  SOBRIETE: 'Sobriété',
  RESSOURCES_AGRICOLES_FORESTIERES_AQUATIQUES: 'Préservation des ressources agricoles, forestières et aquatiques',
  REGENERATION_SOLS: 'Régénération des sols',
  SECURITE_ALIMENTAIRE: 'Sécurité alimentaire',
  STOCKAGE_CARBONE: 'Stockage carbone',
  LIMITATION_SECHERESSE: 'Limitation de la sécheresse',
  PREVENTION_INONDATIONS: 'Prévention des inondations',
  CHANGEMENT_PRATIQUES: 'Accompagnement au changement de pratiques',
  LIEN_SOCIAL: 'Création de lien social',
  REDUCTION_SURFACES_IMPERMEABILISEES: 'Réduction des surfaces imperméabilisées',
  REDUCTION_TAUX_MOTORISATION: 'Réduction du taux de motorisation',
  SANTE: 'Bénéfique pour la santé',
  CADRE_DE_VIE: 'Amélioration du cadre de vie',
  GAINS_ECONOMIQUES: 'Gains économiques',
  LIMITATION_DEPLACEMENTS: 'Limitation des déplacements',
  EFFICACITE_ENERGETIQUE: 'Efficacité énergétique',
}
