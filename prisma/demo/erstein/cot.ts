import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const cot: DemoPlan = {
  nom: `Contrat d’objectif territorial 2025-2028`,
  type: 'TRANSITION_ECOLOGIQUE',
  isPublic: true,
  description: texte`
    Contrat passé avec l’ADEME pour quatre ans. Il soutient l’ingénierie de la collectivité sur deux sujets : **climat-air-énergie** et **économie circulaire**.

    La part variable de l’aide dépend des progrès constatés à l’audit de fin de contrat.
  `,
  axes: [
    {
      nom: `Volet A : organiser et piloter`,
      fiches: [
        {
          titre: `Former les chefs de service et les élus aux ordres de grandeur du climat`,
          services: [`Transition écologique`],
          statut: 'REALISE',
          priorite: 'MOYEN',
          debut: '2025-03-10',
          fin: '2025-11-28',
          description: texte`
            Six demi-journées ont réuni **62 participants**. Chacune part d’une décision réelle du territoire (un lotissement, une flotte de véhicules, un marché de restauration) et en calcule l’effet.

            Les supports restent disponibles pour les nouveaux arrivants.
          `,
          objectifs: `Que chaque rapport soumis au conseil comporte un paragraphe sur ses effets climatiques, rédigé par le service lui-même.`,
          moyens: `Un prestataire pour la conception, puis deux agents formateurs relais.`,
          financements: `Part fixe du contrat : 9 500 €.`,
        },
        {
          titre: `Tenir un tableau de bord commun du PCAET et du COT`,
          services: [`Transition écologique`],
          statut: 'EN_COURS',
          priorite: 'BAS',
          debut: '2025-09-01',
          fin: '2026-10-31',
          description: texte`
            Les mêmes indicateurs étaient saisis dans trois tableurs différents. Un seul tableau est conservé : chaque donnée a une source, un responsable et une date de mise à jour.

            - [x] inventaire des indicateurs existants
            - [x] suppression des doublons
            - [ ] reprise de l’historique 2019-2024
            - [ ] présentation à la commission
          `,
          objectifs: `Produire le bilan annuel en deux jours au lieu de trois semaines.`,
        },
      ],
    },
    {
      nom: `Volet B : agir sur les déchets et les ressources`,
      axes: [
        {
          nom: `B.1. Prévenir`,
          fiches: [
            {
              titre: `Passer les crèches aux couches lavables et aux contenants durables`,
              services: [`Petite enfance et jeunesse`],
              statut: 'EN_PAUSE',
              priorite: 'MOYEN',
              debut: '2025-10-01',
              fin: '2027-08-31',
              description: texte`
                Après un essai de quatre mois à la crèche de Gerstheim, l’équipe est convaincue pour les repas, moins pour le change : la buanderie est trop petite et les rotations de linge trop longues.

                L’action est **en pause** jusqu’au choix d’une blanchisserie inclusive capable de livrer trois fois par semaine.
              `,
              objectifs: texte`
                - Plus aucune vaisselle jetable dans les cinq structures.
                - Réduire de 8 tonnes par an les déchets de couches.
              `,
              moyens: `Les directrices de crèche, la coordinatrice petite enfance, un ergonome mis à disposition par le centre de gestion.`,
            },
          ],
        },
        {
          nom: `B.2. Réemployer`,
          fiches: [
            {
              titre: `Monter une matériauthèque avec les artisans du canton`,
              services: [`Transition écologique`, `Bâtiments et patrimoine`],
              statut: 'A_VENIR',
              priorite: 'MOYEN',
              debut: '2026-12-01',
              fin: '2028-05-31',
              description: texte`
                Tuiles plates, poutres de chêne, grès et menuiseries anciennes partent aujourd’hui en benne lors des rénovations. Une dizaine d’artisans se disent prêts à déposer et à racheter.

                Un hangar communal de **400 m²** à Benfeld est pressenti. Reste à régler la responsabilité sur les matériaux revendus.
              `,
              objectifs: `Remettre en circulation 60 tonnes de matériaux la première année, dont la moitié pour des chantiers publics.`,
              moyens: `Une association de réemploi comme exploitante ; un agent communal pour l’accueil, le vendredi et le samedi.`,
              financements: texte`
                - Aménagement du hangar : 85 000 €
                - Aide au démarrage de l’ADEME, demandée
              `,
            },
            { reprise: 'gymnases' },
          ],
        },
      ],
    },
  ],
}
