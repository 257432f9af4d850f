import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const pcaet: DemoPlan = {
  nom: `Plan climat 2022-2027`,
  type: 'PCAET',
  isPublic: true,
  description: `Soixante communes, un bassin industriel et des coteaux viticoles : le plan climat vise **la moitié des émissions de 2015 en 2035**, industrie comprise.`,
  axes: [
    {
      nom: `Thème 1. Produire et consommer une énergie locale`,
      fiches: [
        {
          titre: `Équiper les toitures publiques en autoconsommation collective`,
          services: [`Environnement et énergie`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2024-01-08',
          fin: '2027-12-31',
          description: texte`
            Vingt-deux toitures ont été retenues sur quatre-vingts visitées. L’électricité produite le week-end par une école profite à l’EHPAD ou à la station d’épuration situés à moins de deux kilomètres : c’est le principe de la **boucle locale**.

            Les premières grappes sont celles de Monein et de Lagor.
          `,
          objectifs: texte`
            - 1,6 MWc posés fin 2027.
            - Un taux d’autoconsommation supérieur à 85 %.
          `,
          moyens: `Syndicat d’énergie pour la maîtrise d’ouvrage, un agent pour la répartition des kilowattheures et la relation aux communes.`,
          financements: texte`
            Investissement porté par le syndicat, remboursé sur les économies de facture. La communauté de communes avance les études : 48 000 €.
          `,
        },
        {
          titre: `Aider les viticulteurs du Jurançon à réduire l’énergie des chais`,
          services: [`Environnement et énergie`, `Développement économique`],
          statut: 'ABANDONNE',
          priorite: 'BAS',
          debut: '2023-03-01',
          fin: '2024-12-31',
          description: texte`
            Le groupe froid pèse les deux tiers de la consommation d’un chai. Un audit mutualisé avait été proposé à quatorze domaines autour de Monein.

            L’action est **abandonnée** : l’interprofession a lancé un programme plus complet au même moment. Les cinq audits réalisés lui ont été transmis, avec l’accord des domaines.
          `,
          objectifs: `Réduire de 25 % les consommations électriques des chais participants.`,
          financements: `Dépense arrêtée à 6 300 €, sur 20 000 € prévus.`,
        },
      ],
    },
    {
      nom: `Thème 2. S’adapter à un climat plus chaud`,
      fiches: [
        {
          cle: 'cours',
          titre: `Ombrager et désimperméabiliser les cours d’école`,
          services: [`Aménagement et urbanisme`, `Environnement et énergie`],
          statut: 'EN_COURS',
          priorite: 'MOYEN',
          debut: '2024-06-01',
          fin: '2027-08-31',
          description: texte`
            À 17 heures, un jour de juin, on a relevé **52 °C** sur l’enrobé d’une cour de Mourenx. Le programme remplace au moins la moitié du bitume par des copeaux, des dalles enherbées et des arbres de haute tige.

            Les élèves participent au dessin du projet et à la plantation. Un guide d’entretien est remis à la commune, avec un calendrier d’arrosage pour les trois premiers étés.
          `,
          objectifs: `Neuf cours transformées, 4 500 m² rendus à l’infiltration.`,
          moyens: texte`
            - Une paysagiste, à mi-temps
            - Les services techniques communaux pour la dépose
            - Le CPIE pour les ateliers avec les classes
          `,
          financements: `Agence de l’eau Adour-Garonne : 50 %. Communes : 50 %, avec un fonds de concours plafonné à 30 000 € par cour.`,
        },
      ],
    },
  ],
}
