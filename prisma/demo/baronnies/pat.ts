import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const pat: DemoPlan = {
  nom: `Projet alimentaire des Baronnies`,
  type: 'AGRICULTURE_ALIMENTATION',
  isPublic: true,
  description: `Olives, abricots, tilleul, petit épeautre et agneau : beaucoup de produits reconnus, peu d’entre eux dans les assiettes des cantines. Le projet cherche **le chemin le plus court**.`,
  axes: [
    {
      nom: `Chemin A. Transmettre et produire`,
      fiches: [
        {
          titre: `Anticiper les départs à la retraite des oléiculteurs`,
          services: [`Tourisme et agriculture`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2025-10-01',
          fin: '2028-09-30',
          description: texte`
            Quatre oléiculteurs nyonsais sur dix auront cessé leur activité en 2032. Beaucoup de vergers sont petits, morcelés, et leur propriétaire n’a pas de successeur identifié.

            Un **répertoire confidentiel** met en relation cédants et repreneurs ; des visites d’hiver, au moment de la taille, permettent de se rencontrer sur le terrain.
          `,
          objectifs: texte`
            - Soixante cédants rencontrés.
            - Quinze transmissions, dont cinq regroupant plusieurs vergers.
          `,
          moyens: `La chambre d’agriculture, le syndicat de l’appellation, une notaire associée pour les baux.`,
          financements: `Animation : 19 000 € par an, financés par le programme Leader.`,
        },
        {
          titre: `Économiser l’eau dans les vergers d’abricotiers`,
          services: [`Tourisme et agriculture`, `Environnement et déchets`],
          statut: 'A_VENIR',
          priorite: 'ELEVE',
          debut: '2027-02-15',
          fin: '2030-10-31',
          description: texte`
            L’Eygues est à sec plus tôt chaque année. Douze vergers serviront de référence : sondes capacitives, enherbement, irrigation **au goutte-à-goutte enterré** sur deux rangs témoins.

            Les résultats seront publiés tels quels, y compris les échecs.
          `,
          objectifs: `Réduire de 30 % les prélèvements à rendement égal.`,
          moyens: `Un ingénieur agronome partagé avec le syndicat de rivière.`,
          financements: `Agence de l’eau Rhône Méditerranée Corse, dans le cadre du plan de gestion de la ressource : à confirmer.`,
        },
      ],
    },
    {
      nom: `Chemin B. Manger`,
      fiches: [
        {
          titre: `Approvisionner les cantines de village en circuit court`,
          services: [`Services à la population`, `Tourisme et agriculture`],
          statut: 'EN_COURS',
          priorite: 'MOYEN',
          debut: '2025-09-01',
          fin: '2027-07-06',
          description: texte`
            Neuf cantines servent moins de quarante repas par jour : aucune n’intéresse seule un grossiste ou un producteur. Une **tournée hebdomadaire** commune, le mardi, regroupe les commandes passées le jeudi précédent.

            Les cuisinières se retrouvent une fois par trimestre pour échanger recettes et contacts.
          `,
          objectifs: `50 % de produits locaux et 30 % de bio en valeur, à coût constant.`,
          moyens: `Un véhicule frigorifique loué, un chauffeur quatre heures par semaine, un tableau de commandes partagé.`,
          financements: `Logistique : 0,28 € par repas, pris en charge deux ans par le projet alimentaire.`,
        },
      ],
    },
  ],
}
