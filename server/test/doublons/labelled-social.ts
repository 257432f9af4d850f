import type { LabelledGroup } from './labelled-fiche.ts'

export const SOCIAL: readonly LabelledGroup[] = [
  {
    one: [
      'Construire une maison de santé pluriprofessionnelle à Séderon',
      'Six cabinets, une salle d’urgence et un logement pour les internes.',
    ],
    same: [
      'Maison médicale de Séderon',
      'Bâtir un lieu qui réunisse médecins, infirmiers et kinés, avec un logement d’interne.',
    ],
    near: [
      'Construire une maison de santé pluriprofessionnelle à Buis-les-Baronnies',
      'Huit cabinets et une antenne du planning familial.',
    ],
  },
  {
    one: [
      'Attirer de nouveaux médecins',
      'Bourse aux internes contre engagement d’installation, accueil des stagiaires, aide au logement.',
    ],
    same: [
      'Lutter contre la désertification médicale',
      'Accueillir et loger les internes, aider l’installation des praticiens par une bourse.',
    ],
    near: ['Mutuelle communale', 'Négocier un contrat de complémentaire santé pour les habitants.'],
  },
  {
    one: [
      'Ouvrir un espace France Services',
      'Aider les habitants dans leurs démarches administratives, au bourg et en itinérance.',
    ],
    same: [
      'Maison France Services itinérante',
      'Un bus et un accueil au bourg pour accompagner les usagers dans leurs démarches en ligne et administratives.',
    ],
    near: [
      'Dématérialiser les demandes d’urbanisme',
      'Un guichet numérique pour déposer et instruire les permis de construire.',
    ],
  },
  {
    one: ['Réduire la fracture numérique', 'Ateliers d’initiation et conseillers numériques dans les médiathèques.'],
    same: [
      'Inclusion numérique des habitants',
      'Des conseillers numériques tiennent des ateliers pour débutants dans les médiathèques et les mairies.',
    ],
    near: ['Déployer la fibre optique', 'Raccorder 98 % des foyers d’ici la fin du contrat.'],
  },
  {
    one: [
      'Insérer des clauses sociales dans les marchés publics',
      'Réserver 5 % des heures des marchés de travaux à des personnes éloignées de l’emploi.',
    ],
    same: [
      'Clauses d’insertion dans la commande publique',
      'Un facilitateur aide les acheteurs à réserver des heures de travail aux publics en insertion dans les marchés de travaux.',
    ],
    near: [
      'Insérer des clauses environnementales dans les marchés publics',
      'Critère carbone et matériaux réemployés dans tous les marchés.',
    ],
  },
  {
    one: [
      'Créer un relais petite enfance',
      'Un lieu pour les assistantes maternelles et les parents, avec des matinées d’éveil.',
    ],
    same: [
      'Ouverture d’un RPE itinérant',
      'Relais pour les assistantes maternelles et les familles : information, matinées d’éveil dans quatre communes.',
    ],
    near: ['Construire une crèche de 40 places', 'Un multi-accueil en ossature bois près de l’école.'],
  },
  {
    one: [
      'Rompre l’isolement des personnes âgées',
      'Des bénévoles formés rendent visite chaque semaine aux aînés isolés.',
    ],
    same: [
      'Réseau de visiteurs bénévoles auprès des seniors',
      'Former et animer des bénévoles qui visitent à domicile les personnes âgées seules.',
    ],
    near: [
      'Construire une résidence autonomie',
      'Trente logements adaptés et une salle commune pour les personnes âgées.',
    ],
  },
  {
    one: [
      'Agir contre les violences faites aux femmes',
      'Un logement d’urgence, une permanence d’avocat et un réseau de professionnels formés.',
    ],
    same: [
      'Réseau violences intrafamiliales',
      'Former les professionnels, tenir une permanence juridique et ouvrir un hébergement d’urgence pour les victimes.',
    ],
    near: [
      'Égalité professionnelle entre les femmes et les hommes',
      'Plan d’action interne : rémunérations, recrutements, congés.',
    ],
  },
  {
    one: [
      'Recycler la friche Bérégovoy',
      'Dépolluer et reconstruire un quartier de 150 logements sur l’ancienne usine.',
    ],
    same: [
      'Reconversion de l’ancienne usine Bérégovoy',
      'Dépollution du site industriel et construction d’un quartier d’habitat.',
    ],
    near: ['Inventaire des friches', 'Recenser les friches de plus de 2 000 m² et leur potentiel.'],
  },
  {
    one: [
      'Remettre sur le marché les logements vacants',
      'Repérer les propriétaires, primes de sortie de vacance et intermédiation locative.',
    ],
    same: [
      'Lutter contre la vacance dans l’habitat',
      'Contacter les propriétaires de logements vides et leur proposer une prime et une gestion locative.',
    ],
    near: [
      'Construire des logements sociaux',
      'Cent vingt logements locatifs sociaux par an, répartis dans les bourgs.',
    ],
  },
  {
    one: [
      'Soutenir les commerces de centre-bourg',
      'Boutique à l’essai, aide aux vitrines et animation de l’union commerciale.',
    ],
    same: [
      'Revitaliser le commerce du centre',
      'Locaux à loyer progressif pour tester une boutique, subvention aux devantures, appui à l’association des commerçants.',
    ],
    near: ['Extension de la zone commerciale', 'Viabiliser trois hectares à l’entrée nord.'],
  },
  {
    one: ['Festival des arts de la rue 2025'],
    same: ['Organiser le festival d’arts de rue en 2025'],
    near: ['Festival des arts de la rue 2026'],
  },
]
