import type { DemoReperes } from '../demo-types.ts'

/** By the titre of the fiche. */
export const reperes: Record<string, DemoReperes> = {
  'Transformer des maisons communales vides en logements permanents': {
    pilotes: [`Sylvain Teyssier`, `Rémi Chauvet`],
    partenaires: [`Drôme Aménagement Habitat`],
    cibles: ['GRAND_PUBLIC'],
    effets: ['LIEN_SOCIAL', 'CADRE_DE_VIE'],
    sousThematiques: [
      'urbanisme-logement-amenagement-batiments/logement-et-habitat',
      'urbanisme-logement-amenagement-batiments/rehabilitation',
    ],
    temps: 'PLUS_DE_DEUX_ANS',
    budgets: [
      ['PREVISIONNEL', 2026, '260000'],
      ['REEL', 2025, '198700'],
    ],
    financeurs: [[[`Département de la Drôme`, `Région Auvergne-Rhône-Alpes`], '150000']],
    notes: [
      [
        '2026-06-22',
        `Clés remises à Rioms et à Verclause. À Montbrun, le désamiantage repousse l’ouverture au printemps.`,
      ],
    ],
  },
  'Débroussailler autour des hameaux avec des troupeaux': {
    pilotes: [`Rémi Chauvet`],
    partenaires: [`Association des éleveurs des Baronnies`, `SDIS 26`],
    cibles: ['ACTEURS_ECONOMIQUES_PRIMAIRE'],
    effets: ['ADAPTATION_CHANGEMENT_CLIMATIQUE', 'BIODIVERSITE'],
    sousThematiques: ['nature-environnement-air/risques-naturels'],
    calendrier: `De la mi-mars à la fin mai, avant les grandes chaleurs.`,
  },
  'Approvisionner les cantines de village en circuit court': {
    pilotes: [`Noémie Barral`, `Céline Aumage`],
    cibles: ['PUBLIC_SCOLAIRE', 'ACTEURS_ECONOMIQUES_PRIMAIRE'],
    effets: ['SECURITE_ALIMENTAIRE'],
    sousThematiques: ['activites-economiques/economie-locale-et-circuits-courts'],
  },
}
