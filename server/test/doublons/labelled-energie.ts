import type { LabelledGroup } from './labelled-fiche.ts'

export const ENERGIE: readonly LabelledGroup[] = [
  {
    one: [
      'Rénover énergétiquement les bâtiments communaux',
      'Isoler les toitures et remplacer les menuiseries des mairies, écoles et salles des fêtes, en commençant par les plus énergivores.',
    ],
    same: [
      'Rénovation thermique du patrimoine bâti des communes',
      'Un programme de travaux sur les écoles, les mairies et les salles des fêtes : toitures, menuiseries, isolation, selon leur consommation.',
    ],
    near: [
      'Accompagner la rénovation énergétique des logements privés',
      'Un conseiller visite les propriétaires et monte avec eux leur dossier d’aide.',
    ],
  },
  {
    one: [
      'Installer des bornes de recharge pour véhicules électriques',
      'Vingt bornes sur les parkings publics, dans chaque centre-bourg.',
    ],
    same: [
      'Déployer un réseau d’IRVE',
      'Schéma et pose de points de recharge sur le domaine public, au moins un par commune, sur les parkings des bourgs.',
    ],
    near: [
      'Renouveler la flotte de véhicules de la collectivité par des électriques',
      'Remplacer dix voitures de service par des véhicules électriques.',
    ],
  },
  {
    one: [
      'Développer le photovoltaïque sur les toitures publiques',
      'Étudier puis équiper les toits des gymnases et des ateliers de panneaux solaires, en autoconsommation collective.',
    ],
    same: [
      'Panneaux solaires sur les bâtiments intercommunaux',
      'Équiper les toitures des gymnases et ateliers ; l’électricité produite sera consommée par les équipements voisins.',
    ],
    near: [
      'Informer les habitants sur le solaire en toiture',
      'Réunions publiques et cadastre solaire en ligne pour aider les particuliers à se décider.',
    ],
  },
  {
    one: [
      'Créer un réseau de chaleur au bois à Mourenx',
      'Chaufferie bois et réseau de 2 km desservant le lycée, la piscine et les logements sociaux.',
    ],
    same: [
      'Réseau de chaleur biomasse de Mourenx',
      'Construction d’une chaufferie alimentée en plaquettes et raccordement de la piscine, du lycée et de l’office HLM.',
    ],
    near: ['Créer un réseau de chaleur au bois à Orthez', 'Chaufferie bois pour l’hôpital, le collège et la mairie.'],
  },
  {
    one: [
      'Extinction de l’éclairage public en cœur de nuit',
      'Éteindre l’éclairage de 23 h à 5 h dans les communes volontaires, avec une information des habitants.',
    ],
    same: [
      'Couper les lampadaires la nuit',
      'Accompagner les communes volontaires pour éteindre les rues entre 23 h et 5 h et l’expliquer aux habitants.',
    ],
    near: ['Passer l’éclairage public en LED', 'Remplacer 1 200 luminaires énergivores par des lampes LED.'],
  },
  {
    one: [
      'Étude de faisabilité d’une unité de méthanisation',
      'Étudier avec les agriculteurs le gisement d’effluents et la rentabilité d’une unité collective.',
    ],
    same: [
      'Étudier l’opportunité d’un méthaniseur collectif agricole',
      'Quantifier les effluents d’élevage mobilisables avec les exploitants, chiffrer le projet.',
    ],
    near: [
      'Construire l’unité de méthanisation territoriale',
      'Travaux de l’unité, raccordement au réseau de gaz et plan d’épandage.',
    ],
  },
  {
    one: [
      'Lutter contre la précarité énergétique',
      'Repérer les ménages en difficulté avec les CCAS et leur proposer une visite à domicile et de petits équipements.',
    ],
    same: [
      'Visites à domicile pour les foyers en précarité énergétique',
      'Un service local d’intervention repère avec les CCAS les ménages modestes et leur remet de petits équipements économes.',
    ],
    near: [
      'Observatoire de la précarité énergétique',
      'Croiser les données de revenus et de logements pour cartographier la vulnérabilité.',
    ],
  },
  {
    one: [
      'Former les agents aux écogestes',
      'Une demi-journée par service sur le chauffage, l’éclairage et les veilles des ordinateurs.',
    ],
    same: [
      'Sobriété au bureau : formation des agents',
      'Former chaque service aux écogestes du quotidien, chauffage, éclairage, informatique.',
    ],
    near: [
      'Former les élus à la transition écologique',
      'Un cycle de quatre séances pour les maires et les vice-présidents.',
    ],
  },
  {
    one: [
      'Suivre les consommations d’énergie du patrimoine',
      'Mettre en place un logiciel de suivi des factures et des compteurs, et un conseiller en énergie partagé.',
    ],
    same: [
      'Conseil en énergie partagé',
      'Recruter un économe de flux pour suivre factures et compteurs des bâtiments des communes.',
    ],
    near: [
      'Suivre la consommation d’eau du patrimoine',
      'Télérelève des compteurs d’eau des bâtiments et alerte en cas de fuite.',
    ],
  },
  {
    one: [
      'Bilan carbone de la collectivité 2025',
      'Mesurer les émissions de gaz à effet de serre des services et compétences.',
    ],
    same: [
      'Réaliser le bilan des émissions de GES de la collectivité',
      'Calculer l’empreinte carbone de nos services et compétences, obligation réglementaire de 2025.',
    ],
    near: [
      'Bilan carbone de la collectivité 2028',
      'Mettre à jour la mesure des émissions, trois ans après la première.',
    ],
  },
  {
    one: [
      'Ouvrir un guichet unique de la rénovation de l’habitat',
      'Un lieu, un numéro et des permanences dans les bourgs pour orienter les particuliers vers les aides.',
    ],
    same: [
      'Espace conseil France Rénov’',
      'Assurer l’accueil téléphonique et des permanences de proximité pour informer les ménages sur les travaux et les aides à la rénovation de leur logement.',
    ],
    near: [
      'Aide financière à la rénovation des façades',
      'Subventionner les ravalements dans le périmètre du centre ancien.',
    ],
  },
  {
    one: ['Ombrières solaires sur le parking de la gare'],
    same: ['Couvrir le parking de la gare d’ombrières photovoltaïques'],
    near: ['Agrandir le parking de la gare'],
  },
]
