import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const pat: DemoPlan = {
  nom: `Projet alimentaire de territoire`,
  type: 'AGRICULTURE_ALIMENTATION',
  description: `Construit avec les agriculteurs, les cuisines centrales et les épiceries solidaires. Un rendez-vous public, **« la tablée »**, se tient chaque année en septembre.`,
  axes: [
    {
      nom: `Recette 1 : cuisiner`,
      fiches: [
        {
          cle: 'vegetal',
          titre: `Servir deux repas végétariens par semaine qui donnent envie`,
          services: [`Restauration collective`],
          statut: 'EN_COURS',
          priorite: 'MOYEN',
          debut: '2025-01-06',
          fin: '2027-07-06',
          description: texte`
            La première version n’a pas plu : trop de galettes toutes prêtes. Les cuisiniers ont repris la main avec une **brigade d’essai** de douze enfants, qui goûtent et notent cinq recettes par mois.

            Le dhal de lentilles de Beauce et les gnocchis à la courge ont remplacé les produits ultra-transformés.
          `,
          objectifs: texte`
            - Moins de 15 % de restes les jours végétariens.
            - La moitié des légumineuses cultivées à moins de 80 km.
          `,
          moyens: `Six journées de formation par cuisinier, un chef invité chaque trimestre.`,
          financements: `Formation : 18 000 €. Coût matière inchangé.`,
        },
        {
          titre: `Construire une légumerie partagée à Blois`,
          services: [`Restauration collective`, `Développement économique et emploi`],
          statut: 'BLOQUE',
          priorite: 'ELEVE',
          debut: '2025-11-03',
          fin: '2028-01-31',
          description: texte`
            Laver, éplucher, tailler : sans cette étape, les cantines ne peuvent pas acheter en direct aux maraîchers. L’outil traiterait **300 tonnes par an** pour l’agglomération, l’hôpital et les collèges.

            Le permis est suspendu à une étude de rejets : la station d’épuration voisine est proche de sa capacité en période de vendange.
          `,
          objectifs: `Ouvrir avec cinq clients engagés sur trois ans et douze salariés, dont huit en insertion.`,
          moyens: `Une société coopérative d’intérêt collectif en préfiguration.`,
          financements: texte`
            - Bâtiment : 2,1 M€ HT
            - Matériel : 640 000 € HT
            - Aide du programme national pour l’alimentation, acquise : 300 000 €
          `,
        },
      ],
    },
    {
      nom: `Recette 2 : cultiver`,
      fiches: [
        {
          titre: `Protéger les terres maraîchères du val de Loire par une zone agricole protégée`,
          services: [`Urbanisme et planification`],
          statut: 'A_VENIR',
          priorite: 'MOYEN',
          debut: '2027-01-04',
          fin: '2029-06-30',
          description: texte`
            Les varennes de Vineuil et de Saint-Claude-de-Diray sont parmi les sols les plus fertiles du département. Leur prix grimpe avec l’espoir qu’ils deviennent constructibles.

            Une **zone agricole protégée** met fin à cette attente pour plusieurs décennies. La procédure compte une enquête publique et l’accord des conseils municipaux.
          `,
          objectifs: `280 ha protégés et un observatoire des ventes tenu avec la Safer.`,
          moyens: `Le service planification, avec la chambre d’agriculture pour le diagnostic des exploitations.`,
        },
      ],
    },
  ],
}
