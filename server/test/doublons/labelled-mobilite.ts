import type { LabelledGroup } from './labelled-fiche.ts'

export const MOBILITE: readonly LabelledGroup[] = [
  {
    one: [
      'Élaborer un schéma directeur cyclable',
      'Définir les itinéraires prioritaires entre les bourgs, les services et la gare, et chiffrer leur aménagement.',
    ],
    same: [
      'Plan vélo intercommunal',
      'Identifier et hiérarchiser les liaisons cyclables à aménager entre communes, gare et équipements, avec un chiffrage.',
    ],
    near: [
      'Apprendre à rouler à vélo dans les écoles',
      'Le savoir rouler pour tous les élèves de CM2, avec des intervenants agréés.',
    ],
  },
  {
    one: ['Aménager une piste cyclable entre Blois et Vineuil', 'Piste séparée de 3,2 km le long de la levée.'],
    same: [
      'Liaison cyclable Blois – Vineuil',
      'Création d’un itinéraire vélo en site propre sur la levée, un peu plus de 3 km.',
    ],
    near: ['Aménager une piste cyclable entre Blois et Chailles', 'Bande cyclable et traversées sécurisées sur 2 km.'],
  },
  {
    one: [
      'Promouvoir le covoiturage du quotidien',
      'Lignes de covoiturage vers la zone d’activités, arrêts matérialisés et prime au conducteur.',
    ],
    same: [
      'Créer des lignes de covoiturage domicile-travail',
      'Des arrêts signalés sur les axes vers la zone d’activités, avec indemnisation des conducteurs.',
    ],
    near: ['Aménager une aire de covoiturage à l’échangeur', 'Cinquante places, abri à vélos et éclairage.'],
  },
  {
    one: [
      'Mettre en place une navette à la demande pour les personnes âgées',
      'Réserver la veille par téléphone un trajet vers le marché ou le médecin.',
    ],
    same: [
      'Transport à la demande des seniors',
      'Un minibus sur réservation téléphonique pour aller aux courses et chez le médecin.',
    ],
    near: [
      'Portage de repas à domicile pour les personnes âgées',
      'Livrer six jours sur sept des repas préparés par la cuisine centrale.',
    ],
  },
  {
    one: [
      'Service de location de vélos à assistance électrique',
      'Une flotte de cent VAE louée au mois aux habitants, avec entretien compris.',
    ],
    same: [
      'Proposer aux habitants la location longue durée de vélos électriques',
      'Cent vélos à assistance, loués de un à douze mois, maintenance comprise.',
    ],
    near: [
      'Prime à l’achat d’un vélo à assistance électrique',
      'Une aide de 200 € sous condition de ressources pour l’achat d’un VAE neuf.',
    ],
  },
  {
    one: [
      'Sécuriser les cheminements piétons vers les écoles',
      'Trottoirs, passages surélevés et abaissement de la vitesse aux abords des groupes scolaires.',
    ],
    same: [
      'Apaiser les abords des écoles',
      'Réduire la vitesse, élargir les trottoirs et créer des plateaux devant les établissements scolaires.',
    ],
    near: ['Créer un pédibus par école', 'Des parents accompagnent à pied, à tour de rôle, les enfants du quartier.'],
  },
  {
    one: [
      'Plan de mobilité de l’administration',
      'Encourager les agents à venir autrement qu’en voiture : forfait mobilités durables, télétravail, abris à vélos.',
    ],
    same: [
      'Favoriser les déplacements durables des agents',
      'Forfait mobilités durables, abris à vélos sur les sites et télétravail pour les trajets domicile-travail de nos agents.',
    ],
    near: [
      'Plan de mobilité des entreprises de la zone nord',
      'Réunir vingt employeurs autour d’un diagnostic des trajets de leurs salariés.',
    ],
  },
  {
    one: [
      'Créer un pôle d’échanges multimodal à la gare',
      'Réunir quai des cars, parking relais, stationnement vélo sécurisé et information en temps réel.',
    ],
    same: [
      'Aménager le parvis de la gare en pôle multimodal',
      'Gare routière, parc relais, consignes à vélos et affichage des horaires en temps réel.',
    ],
    near: ['Rouvrir la ligne ferroviaire aux voyageurs', 'Étude socio-économique et portage auprès de la Région.'],
  },
  {
    one: ['Gratuité des transports en commun le samedi'],
    same: ['Rendre les bus gratuits le samedi'],
    near: ['Renforcer la fréquence des bus en semaine'],
  },
  {
    one: [
      'Mettre à disposition des véhicules en autopartage',
      'Deux voitures partagées dans chaque bourg-centre, réservables en ligne.',
    ],
    same: [
      'Déployer un service de voitures partagées',
      'Des véhicules en libre-service dans les bourgs, à réserver par une application.',
    ],
    near: ['Garage solidaire', 'Réparer et louer à bas prix des voitures aux demandeurs d’emploi.'],
  },
]
