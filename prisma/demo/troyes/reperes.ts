import type { DemoReperes } from '../demo-types.ts'

/** By the titre of the fiche. */
export const reperes: Record<string, DemoReperes> = {
  'Planter six mille arbres dans les quartiers les plus chauds': {
    pilotes: [`Romain Vautrin`],
    referents: [`Bruno Lassalle, vice-président à la nature en ville`],
    partenaires: [`Office national des forêts`, `Bailleurs sociaux de l’Aube`],
    tags: [`Îlots de chaleur`],
    cibles: ['GRAND_PUBLIC', 'PUBLIC_SCOLAIRE'],
    effets: ['ADAPTATION_CHANGEMENT_CLIMATIQUE', 'BIODIVERSITE', 'CADRE_DE_VIE'],
    sousThematiques: [
      'nature-environnement-air/solutions-d-adaptation-fondees-sur-la-nature',
      'urbanisme-logement-amenagement-batiments/espaces-verts',
    ],
    temps: 'PLUS_DE_DEUX_ANS',
    participation: ['CO_CONSTRUCTION', `Les essences sont choisies rue par rue, avec les conseils de quartier.`],
    budgets: [
      ['PREVISIONNEL', 2026, '310000'],
      ['REEL', 2025, '287650'],
    ],
    notes: [['2026-04-14', `Campagne 2025-2026 close : 1 420 sujets plantés, 6 % de mortalité au printemps.`]],
  },
  'Passer la ligne 1 du réseau de bus à un haut niveau de service': {
    pilotes: [`Thibault Renaud`, `Claire Noblot`],
    instances: [`Groupe de travail mobilités`],
    cibles: ['GRAND_PUBLIC'],
    effets: ['REDUCTION_GAZ_EFFET_SERRE', 'QUALITE_AIR'],
    sousThematiques: ['mobilite-et-transport/transports-collectifs-et-optimisation-des-trafics-routiers'],
    temps: 'PLUS_DE_DEUX_ANS',
    financeurs: [[[`État`, `Région Grand Est`], '2400000']],
  },
  'Créer une cellule de veille sur la souffrance psychique des jeunes': {
    pilotes: [`Fatou Diarra`],
    partenaires: [`Maison des adolescents`, `Établissement public de santé mentale de l’Aube`],
    cibles: ['PUBLIC_SCOLAIRE'],
    effets: ['SANTE'],
    sousThematiques: ['solidarite-et-lien-social/sante', 'solidarite-et-lien-social/jeunesse'],
    temps: 'UN_A_DEUX_ANS',
  },
}
