import type { LabelledGroup } from './labelled-fiche.ts'

export const NATURE: readonly LabelledGroup[] = [
  {
    one: [
      'Planter des haies bocagères',
      'Accompagner les agriculteurs volontaires : dix kilomètres de haies par an, plants et conseils fournis.',
    ],
    same: [
      'Restaurer le bocage avec les agriculteurs',
      'Fournir plants et appui technique pour 10 km de nouvelles haies chaque année sur les exploitations.',
    ],
    near: [
      'Valoriser le bois des haies en énergie',
      'Créer une filière de plaquettes bocagères pour les chaufferies communales.',
    ],
  },
  {
    one: [
      'Désimperméabiliser les cours d’école',
      'Remplacer l’enrobé par des sols perméables, de l’ombre et des plantations dans six écoles.',
    ],
    same: [
      'Cours oasis',
      'Végétaliser les cours des groupes scolaires : débitumer, planter, créer de l’ombre et de la fraîcheur.',
    ],
    near: ['Rénover les sanitaires des écoles', 'Refaire les blocs sanitaires de six groupes scolaires.'],
  },
  {
    one: [
      'Restaurer les zones humides du bassin',
      'Effacer les drains, reméandrer et suivre la flore sur quarante hectares.',
    ],
    same: [
      'Remise en état des milieux humides',
      'Travaux de suppression des drains et de reméandrage sur 40 ha, avec un suivi botanique.',
    ],
    near: [
      'Inventaire des zones humides',
      'Recenser et cartographier les zones humides de plus de mille mètres carrés pour le PLUi.',
    ],
  },
  {
    one: [
      'Atlas de la biodiversité intercommunale',
      'Inventorier la faune et la flore avec les habitants et les associations naturalistes, sur trois ans.',
    ],
    same: [
      'Réaliser un ABC sur le territoire',
      'Inventaires naturalistes participatifs de la faune et de la flore dans toutes les communes pendant trois ans.',
    ],
    near: ['Atlas des paysages', 'Décrire les unités paysagères et leurs évolutions.'],
  },
  {
    one: [
      'Zéro phyto dans les cimetières',
      'Enherber les allées et former les agents à la fin du désherbage chimique.',
    ],
    same: [
      'Supprimer les pesticides dans l’entretien des cimetières',
      'Végétaliser les allées, acheter du matériel et former les agents communaux.',
    ],
    near: ['Agrandir le cimetière', 'Deux cents concessions et un jardin du souvenir.'],
  },
  {
    one: [
      'Protéger les captages d’eau potable des pollutions agricoles',
      'Contrats avec les exploitants des aires d’alimentation : couverts, herbe, baisse des nitrates.',
    ],
    same: [
      'Programme d’action sur les aires d’alimentation de captage',
      'Réduire nitrates et pesticides avec les agriculteurs par des couverts végétaux et la remise en herbe.',
    ],
    near: [
      'Interconnecter les réseaux d’eau potable',
      'Relier les trois syndicats pour sécuriser l’approvisionnement.',
    ],
  },
  {
    one: [
      'Réduire les fuites du réseau d’eau potable',
      'Sectorisation, recherche acoustique et renouvellement de 1 % des conduites par an.',
    ],
    same: [
      'Améliorer le rendement des réseaux d’adduction d’eau',
      'Compteurs de secteur, détection des fuites et remplacement des canalisations vétustes.',
    ],
    near: [
      'Réduire la consommation d’eau des équipements sportifs',
      'Mousseurs, douches temporisées et arrosage nocturne.',
    ],
  },
  {
    one: [
      'Schéma directeur d’assainissement',
      'Diagnostic des réseaux et des stations, zonage et programme pluriannuel de travaux.',
    ],
    same: [
      'Diagnostic et programmation de l’assainissement collectif',
      'Étude des réseaux d’eaux usées et des stations d’épuration, zonage et plan pluriannuel d’investissement.',
    ],
    near: [
      'Schéma directeur des eaux pluviales',
      'Modéliser le ruissellement urbain et prévoir les ouvrages de rétention.',
    ],
  },
  {
    one: ['Récupérer l’eau de pluie', 'Aider les habitants à acheter une cuve pour arroser leur jardin.'],
    same: [
      'Distribuer des récupérateurs d’eau de pluie aux particuliers',
      'Cuves à prix réduit pour l’arrosage des jardins des habitants.',
    ],
    near: [
      'Récupérer l’eau de pluie des ateliers municipaux',
      'Cuve enterrée de 50 m³ pour laver les engins de la voirie.',
    ],
  },
  {
    one: ['Prévenir les inondations', 'Restaurer les champs d’expansion des crues et poser des repères de crue.'],
    same: [
      'PAPI : réduire la vulnérabilité aux crues',
      'Redonner de la place à la rivière par des zones d’expansion de crue ; entretenir la mémoire du risque par des repères.',
    ],
    near: [
      'Alerter la population en cas d’inondation',
      'Automate d’appel et sirènes reliés au plan communal de sauvegarde.',
    ],
  },
  {
    one: ['Restaurer les berges de la Cisse', 'Génie végétal sur les secteurs érodés et replantation de la ripisylve.'],
    same: [
      'Reconquête de la ripisylve sur la Cisse',
      'Replanter et stabiliser les berges dégradées par des techniques végétales.',
    ],
    near: ['Restaurer les berges de la Loire', 'Reprise des quais et des cales en pierre.'],
  },
  {
    one: [
      'Planter mille arbres en ville',
      'Des essences adaptées à la chaleur, sur les places et le long des avenues.',
    ],
    same: [
      'Plan canopée',
      'Renforcer l’ombrage par la plantation de 1 000 arbres résistants à la chaleur dans les rues et sur les places.',
    ],
    near: ['Charte de l’arbre', 'Un barème de la valeur des arbres opposable aux aménageurs et aux concessionnaires.'],
  },
  {
    one: ['Lutter contre l’ambroisie'],
    same: ['Plan de lutte contre l’ambroisie'],
    near: ['Plan de lutte contre le frelon asiatique'],
  },
]
