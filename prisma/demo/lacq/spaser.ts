import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const spaser: DemoPlan = {
  nom: `SPASER 2025-2028`,
  type: 'SPASER',
  description: texte`
    Schéma de promotion des achats publics socialement et écologiquement responsables. La communauté de communes achète pour **environ 34 M€ par an** : travaux de voirie, bâtiments, collecte, restauration, fournitures.

    Le schéma est tenu à quatre mains par la commande publique et les solidarités ; chaque direction acheteuse y renseigne ses fiches.
  `,
  axes: [
    {
      nom: `Orientation 1 – Acheter pour l’emploi`,
      axes: [
        {
          nom: `Objectif 1.1 – Généraliser les clauses d’insertion`,
          fiches: [
            {
              cle: 'clauses',
              titre: `Inscrire une clause d’insertion dans tout marché de travaux supérieur à 200 000 €`,
              services: [`Commande publique`, `Solidarités et insertion`],
              statut: 'EN_COURS',
              priorite: 'ELEVE',
              debut: '2025-02-01',
              fin: '2028-12-31',
              description: texte`
                Chaque marché concerné réserve entre **5 et 10 %** des heures travaillées à des personnes éloignées de l’emploi. La facilitatrice calibre le volume avec le maître d’œuvre avant la consultation, puis propose des candidats à l’entreprise retenue.

                ## Ce qui change en pratique

                - Le calcul d’heures est joint au rapport d’analyse.
                - Une visite de chantier par trimestre, avec un compte rendu d’une page.
                - Une pénalité seulement si l’entreprise n’a rien tenté.
              `,
              objectifs: texte`
                - 28 000 heures d’insertion en 2026, contre 17 400 en 2024.
                - Un tiers des bénéficiaires sont des femmes.
                - La moitié des parcours débouchent sur un contrat de plus de six mois.
              `,
              moyens: `Une facilitatrice à temps plein, hébergée par le PLIE ; un référent dans chaque direction technique.`,
              financements: `Poste cofinancé à 60 % par le Fonds social européen, le solde par la collectivité (21 000 € par an).`,
            },
            {
              titre: `Réserver des lots aux structures de l’insertion et du handicap`,
              services: [`Commande publique`],
              statut: 'EN_COURS',
              priorite: 'MOYEN',
              debut: '2025-05-01',
              fin: '2027-04-30',
              description: texte`
                Entretien des espaces verts des zones d’activités, mise sous pli, blanchisserie, petite menuiserie : autant d’achats récurrents qui conviennent à un ESAT, une entreprise adaptée ou un chantier d’insertion.

                Une rencontre annuelle met face à face acheteurs et structures. La première, à Mourenx, a réuni **dix-neuf structures** et fait naître quatre projets de lots réservés.
              `,
              objectifs: `Porter de 1,1 % à 3 % la part des achats réalisés auprès de ces structures.`,
              moyens: `Deux acheteurs formés aux marchés réservés et un annuaire partagé, mis à jour par les structures elles-mêmes.`,
            },
          ],
        },
        {
          nom: `Objectif 1.2 – Ouvrir la commande aux petites entreprises du bassin`,
          fiches: [
            {
              titre: `Publier chaque année la programmation des achats et la présenter aux artisans`,
              services: [`Commande publique`, `Développement économique`],
              statut: 'REALISE',
              priorite: 'MOYEN',
              debut: '2025-01-15',
              fin: '2026-03-31',
              description: texte`
                Les entreprises découvraient nos consultations au moment de leur publication, avec trois semaines pour répondre. La programmation est maintenant en ligne en janvier ; elle indique l’objet, la période et un ordre de grandeur.

                Deux réunions l’accompagnent, l’une à Orthez et l’autre à Artix, avec un atelier « remplir son premier mémoire technique ».
              `,
              objectifs: texte`
                - Au moins trois offres par lot de moins de 90 000 €.
                - 45 % des titulaires installés dans le département.
              `,
              moyens: `Une semaine de travail par an pour la commande publique, et la participation des chambres consulaires.`,
              financements: `Sans coût direct, hors location de salle : 600 €.`,
            },
          ],
        },
      ],
    },
    {
      nom: `Orientation 2 – Acheter en ménageant les ressources`,
      axes: [
        {
          nom: `Objectif 2.1 – Mesurer avant d’acheter`,
          fiches: [
            {
              titre: `Exiger un bilan des déblais et des enrobés recyclés dans les marchés de voirie`,
              services: [`Commande publique`, `Environnement et énergie`],
              statut: 'A_VENIR',
              priorite: 'ELEVE',
              debut: '2027-01-01',
              fin: '2028-12-31',
              description: texte`
                La voirie représente le premier poste d’achat. Le nouveau cahier des charges demandera aux candidats de chiffrer, pour chaque chantier :

                1. le tonnage de matériaux neufs évité ;
                2. la part d’agrégats d’enrobés réemployés ;
                3. la distance moyenne d’évacuation des déblais.

                Le critère environnemental pèsera **20 points sur 100** ; sa méthode de notation sera publiée avec le règlement.
              `,
              objectifs: `Atteindre 30 % d’agrégats recyclés en couche de roulement et diviser par deux les déblais mis en décharge.`,
              moyens: `Un assistant à maîtrise d’ouvrage pour écrire les clauses, puis contrôle par les surveillants de travaux.`,
            },
          ],
        },
      ],
    },
  ],
}
