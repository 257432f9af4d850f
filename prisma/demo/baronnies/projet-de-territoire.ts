import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const projetDeTerritoire: DemoPlan = {
  nom: `Projet de territoire 2024-2034`,
  type: 'PROJET_DE_TERRITOIRE',
  description: `Soixante-sept communes, dont cinquante de moins de trois cents habitants : le projet part de ce que **les villages peuvent faire ensemble**.`,
  axes: [
    {
      nom: `Priorité 1 : vivre à l’année`,
      axes: [
        {
          nom: `Objectif opérationnel 1.1 : se loger`,
          fiches: [
            {
              titre: `Transformer des maisons communales vides en logements permanents`,
              services: [`Développement territorial`, `Services techniques`],
              statut: 'EN_COURS',
              priorite: 'ELEVE',
              debut: '2024-09-01',
              fin: '2029-12-31',
              description: texte`
                Presbytères, anciennes écoles, maisons léguées : trente et un bâtiments communaux sont inoccupés alors que saisonniers et jeunes ménages ne trouvent pas à louer entre deux étés.

                La communauté de communes apporte ce qui manque aux petites mairies : **un diagnostic, un plan de financement et la conduite des travaux**. La commune reste propriétaire et choisit le locataire.
              `,
              objectifs: texte`
                - Deux logements livrés par an, loués toute l’année.
                - Étiquette C au minimum, sans défigurer la pierre.
              `,
              moyens: `Une technicienne bâtiment mutualisée, un groupement de commandes pour les architectes.`,
              financements: `Coût moyen : 118 000 € par logement, avec la DETR, la Région et un prêt adossé au loyer.`,
            },
          ],
        },
        {
          nom: `Objectif opérationnel 1.2 : se soigner et s’entraider`,
          fiches: [
            {
              titre: `Installer un accueil d’écoute pour les aidants à Buis-les-Baronnies`,
              services: [`Services à la population`],
              statut: 'EN_COURS',
              priorite: 'MOYEN',
              debut: '2026-02-02',
              fin: '2028-01-31',
              description: texte`
                Un après-midi par semaine, la maison des services reçoit celles et ceux qui s’occupent d’un proche. Une psychologue, une assistante sociale et, surtout, **d’autres aidants**.

                Pendant ce temps, un atelier accueille la personne aidée dans la pièce voisine : c’est la condition pour pouvoir venir.
              `,
              objectifs: `Quarante familles suivies, et un relais à domicile de quatre heures par mois pour les plus fatiguées.`,
              moyens: `Deux vacataires, la salle, un minibus pour les hameaux de la vallée de l’Ouvèze.`,
              financements: `Conférence des financeurs de la Drôme : 24 000 € par an.`,
            },
          ],
        },
      ],
    },
    {
      nom: `Priorité 2 : faire avec moins d’eau et plus de chaleur`,
      fiches: [
        {
          titre: `Débroussailler autour des hameaux avec des troupeaux`,
          services: [`Environnement et déchets`, `Tourisme et agriculture`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2025-03-15',
          fin: '2030-05-31',
          description: texte`
            L’obligation légale de débroussaillement est peu appliquée : pentes raides, propriétaires absents. Sur six hameaux pilotes, des brebis et des chèvres entretiennent une **ceinture de cinquante mètres** après une première coupe mécanique.

            - Les propriétaires signent une autorisation de pâturage.
            - L’éleveuse est payée à l’hectare et au résultat.
            - Les pompiers valident chaque printemps.
          `,
          objectifs: `120 ha entretenus en 2028 et une réserve d’eau de 30 m³ accessible dans chaque hameau.`,
          moyens: `Une animatrice forêt, trois éleveurs, deux kilomètres de clôture mobile.`,
          financements: `Fonds vert (prévention des incendies) : 70 %. Communes : 30 %.`,
        },
        {
          cle: 'ciel',
          titre: `Préserver le ciel étoilé et rénover l’éclairage des villages`,
          services: [`Services techniques`],
          statut: 'REALISE',
          priorite: 'BAS',
          debut: '2024-04-01',
          fin: '2026-06-30',
          description: texte`
            1 460 points lumineux ont été remplacés ou supprimés. La lumière est désormais chaude, dirigée vers le sol et éteinte de minuit à 5 heures.

            Le bénéfice est triple : facture **divisée par trois**, faune nocturne moins dérangée, et une raison de plus de venir en novembre, pour les étoiles.
          `,
          objectifs: `Obtenir avec le parc naturel régional le label de réserve internationale de ciel étoilé.`,
          moyens: `Le syndicat d’énergie de la Drôme et un référent nuit dans chaque commune.`,
          financements: `780 000 € HT, soldés. Reste à charge des communes : 22 %.`,
        },
      ],
    },
  ],
}
