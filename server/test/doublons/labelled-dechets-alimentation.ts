import type { LabelledGroup } from './labelled-fiche.ts'

export const DECHETS_ALIMENTATION: readonly LabelledGroup[] = [
  {
    one: [
      'Développer le compostage de proximité',
      'Installer des composteurs partagés au pied des immeubles et former des référents de site.',
    ],
    same: [
      'Composteurs collectifs de quartier',
      'Équiper l’habitat collectif de sites de compostage partagé, animés par des habitants formés.',
    ],
    near: [
      'Collecter les biodéchets en porte-à-porte',
      'Un bac brun chaque semaine pour les restes alimentaires des ménages du centre.',
    ],
  },
  {
    one: [
      'Réduire le gaspillage alimentaire dans les cantines',
      'Peser les restes, ajuster les portions et sensibiliser les convives.',
    ],
    same: [
      'Anti-gaspi en restauration scolaire',
      'Diagnostic par pesées, adaptation des quantités servies et animation auprès des élèves.',
    ],
    near: [
      'Introduire 50 % de produits durables dans les cantines',
      'Marchés publics allotis et groupement de commande avec les producteurs.',
    ],
  },
  {
    one: [
      'Ouvrir une ressourcerie',
      'Un lieu de collecte, de réparation et de vente d’objets, en chantier d’insertion.',
    ],
    same: [
      'Créer une recyclerie intercommunale',
      'Collecter, réparer et revendre à bas prix meubles et objets, avec des salariés en insertion.',
    ],
    near: ['Moderniser les déchèteries', 'Nouveaux quais, contrôle d’accès et local pour les déchets dangereux.'],
  },
  {
    one: [
      'Instaurer une tarification incitative des ordures ménagères',
      'Une part de la redevance selon le nombre de levées du bac.',
    ],
    same: ['Passer à la redevance incitative', 'Facturer les déchets ménagers selon les levées, avec des bacs pucés.'],
    near: [
      'Uniformiser les consignes de tri',
      'Un seul guide du tri et des autocollants pour tous les bacs du territoire.',
    ],
  },
  {
    one: [
      'Sensibiliser les scolaires à la réduction des déchets',
      'Des ateliers d’une demi-journée dans toutes les classes de CM1.',
    ],
    same: [
      'Animations déchets dans les écoles',
      'Interventions de l’ambassadrice du tri auprès des élèves de primaire pour apprendre à moins jeter.',
    ],
    near: ['Équiper les écoles de bacs de tri', 'Trois bacs par classe et un conteneur par établissement.'],
  },
  {
    one: [
      'Élaborer un projet alimentaire territorial',
      'Réunir producteurs, cantines, associations et habitants autour d’une stratégie alimentaire locale.',
    ],
    same: [
      'Lancer un PAT',
      'Construire avec les producteurs, la restauration collective et les citoyens une stratégie pour l’alimentation locale.',
    ],
    near: ['Soutenir l’aide alimentaire', 'Une épicerie solidaire itinérante pour les ménages modestes.'],
  },
  {
    one: [
      'Faciliter l’installation de jeunes agriculteurs',
      'Repérer les fermes à transmettre, mettre en relation cédants et repreneurs, espace-test.',
    ],
    same: [
      'Transmission des exploitations et espace-test agricole',
      'Accompagner cédants et repreneurs, proposer un lieu d’essai aux porteurs de projet en agriculture.',
    ],
    near: ['Installer des ruches chez les agriculteurs', 'Un rucher pédagogique et vingt ruches prêtées.'],
  },
  {
    one: [
      'Créer une légumerie',
      'Laver, éplucher et conditionner les légumes locaux pour les cuisines des écoles et des EHPAD.',
    ],
    same: [
      'Atelier de transformation de légumes pour la restauration collective',
      'Une unité qui épluche et conditionne la production maraîchère locale à destination des cantines et des maisons de retraite.',
    ],
    near: ['Créer une cuisine centrale', 'Produire 1 500 repas par jour en liaison froide pour les écoles.'],
  },
  {
    one: [
      'Supprimer le plastique à usage unique dans les événements',
      'Prêt de gobelets réutilisables et de vaisselle aux associations.',
    ],
    same: [
      'Manifestations sans plastique jetable',
      'Un stock de gobelets et d’assiettes réutilisables prêté aux organisateurs de fêtes.',
    ],
    near: [
      'Supprimer les bouteilles en plastique des réunions',
      'Carafes et fontaines à eau dans les salles de la communauté.',
    ],
  },
  {
    one: ['Marché de producteurs le vendredi soir'],
    same: ['Créer un marché hebdomadaire de producteurs locaux, le vendredi en soirée'],
    near: ['Rénover la halle du marché'],
  },
]
