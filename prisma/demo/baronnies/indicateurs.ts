import type { DemoIndicateur } from '../demo-types.ts'

export const indicateurs: DemoIndicateur[] = [
  {
    nom: `Trajets du transport solidaire`,
    unite: 'trajets',
    definition: `Trajets faits dans le mois par les conducteurs bénévoles, aller et retour comptés pour un.`,
    valeurs: {
      '2026-04': [null, '38'],
      '2026-05': ['45', '51'],
      '2026-06': ['50', '49'],
      '2026-07': ['50', '62'],
      '2026-08': ['50', '57', `Fête du Tilleul : navettes depuis Nyons.`],
      '2026-09': ['55', '54'],
      '2026-10': ['60', '66'],
    },
    fiches: [`Organiser un transport solidaire par des conducteurs bénévoles`],
  },
  {
    nom: `Logements permanents créés dans des maisons communales`,
    unite: 'logements',
    definition: `Cumul des logements loués à l’année depuis 2024.`,
    valeurs: { 2024: ['2', '1'], 2025: ['5', '4'], 2026: ['9', null], 2034: ['40', null] },
    fiches: [`Transformer des maisons communales vides en logements permanents`],
  },
]
