import type { DemoReperes } from '../demo-types.ts'

/** By the titre of the fiche. */
export const reperes: Record<string, DemoReperes> = {
  'Rénover les trois gymnases intercommunaux': {
    pilotes: [`Sabine Oster`, `Olivier Matter`],
    referents: [`Vincent Schaal, vice-président aux bâtiments`],
    structures: [`Atelier Kuhn architectes`],
    partenaires: [`Alter Alsace Énergies`, `Collège Romain-Rolland`],
    instances: [`Comité de pilotage bâtiments`],
    tags: [`Patrimoine`, `Priorité du mandat`],
    cibles: ['PUBLIC_SCOLAIRE', 'ASSOCIATIONS'],
    effets: ['REDUCTION_CONSOMMATIONS_ENERGETIQUES', 'REDUCTION_GAZ_EFFET_SERRE', 'GAINS_ECONOMIQUES'],
    sousThematiques: [
      'energie-et-climat/renovation-energetique',
      'urbanisme-logement-amenagement-batiments/equipement-public',
    ],
    temps: 'PLUS_DE_DEUX_ANS',
    participation: ['CONSULTATION', `Les clubs choisissent l’ordre des fermetures.`],
    budgets: [
      ['PREVISIONNEL', 2025, '420000'],
      ['PREVISIONNEL', 2026, '1150000'],
      ['PREVISIONNEL', 2027, '980000'],
      ['REEL', 2025, '402315.40'],
    ],
    financeurs: [
      [[`État – fonds vert`], '640000'],
      [[`Région Grand Est`, `Collectivité européenne d’Alsace`], '380000'],
    ],
    mesures: [['cae 2.1.1', `Rénover le patrimoine bâti de la collectivité`]],
    notes: [
      [
        '2026-09-18',
        `Benfeld est livré avec **trois semaines d’avance**. Premières mesures : 11 °C de moins en toiture l’après-midi.`,
      ],
      ['2026-03-05', `Le lot menuiserie d’Erstein a été relancé : une seule offre, 18 % au-dessus de l’estimation.`],
    ],
    sousActions: [
      { titre: `Isoler la toiture du gymnase de Benfeld`, statut: 'REALISE', fin: '2026-08-28' },
      { titre: `Changer les menuiseries du gymnase d’Erstein`, statut: 'EN_COURS', fin: '2027-04-30' },
      { titre: `Raccorder le gymnase de Rhinau à la chaufferie bois`, statut: 'A_VENIR', fin: '2027-12-31' },
    ],
  },
  'Relier les gares d’Erstein, Matzenheim et Benfeld par des itinéraires cyclables continus': {
    pilotes: [`Karim Belhadj`],
    partenaires: [`Collectivité européenne d’Alsace`, `SNCF Gares et Connexions`],
    cibles: ['GRAND_PUBLIC'],
    effets: ['REDUCTION_GAZ_EFFET_SERRE', 'CADRE_DE_VIE', 'REDUCTION_TAUX_MOTORISATION'],
    sousThematiques: ['mobilite-et-transport/modes-actifs-velo-marche-et-amenagements-associes'],
    temps: 'PLUS_DE_DEUX_ANS',
    financeurs: [[[`État – plan vélo`], '275000']],
  },
  'Protéger la nappe avec les agriculteurs autour des captages': {
    pilotes: [`Amandine Roesch`],
    partenaires: [`Chambre d’agriculture d’Alsace`, `Agence de l’eau Rhin-Meuse`],
    cibles: ['ACTEURS_ECONOMIQUES_PRIMAIRE'],
    sousThematiques: ['eau-milieux-aquatiques-et-assainissement/eau-souterraine'],
    temps: 'PLUS_DE_DEUX_ANS',
  },
  // Named without an account: the colleague whom the journey of this collectivité invites.
  'Tenir un tableau de bord commun du PCAET et du COT': {
    pilotes: [`Claire Schmitt`],
  },
  'Passer les crèches aux couches lavables et aux contenants durables': {
    pilotes: [`Claire Schmitt`, `Sabine Oster`],
  },
}
