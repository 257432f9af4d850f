import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const projetDeTerritoire: DemoPlan = {
  nom: `Projet de territoire « Cap 2032 »`,
  type: 'PROJET_DE_TERRITOIRE',
  description: texte`
    Feuille de route politique, écrite avec les maires et le conseil de développement.

    Elle reprend des actions d’autres plans quand elles comptent pour l’un de ses **trois défis**.
  `,
  axes: [
    {
      nom: `Défi 1 – Rester une terre d’industrie`,
      fiches: [
        { reprise: 'friche' },
        {
          titre: `Ouvrir un campus des métiers de la chimie et de l’hydrogène`,
          services: [`Développement économique`],
          statut: 'A_VENIR',
          priorite: 'ELEVE',
          debut: '2027-09-01',
          fin: '2030-06-30',
          description: texte`
            Les industriels recrutent 180 opérateurs et techniciens par an et n’en trouvent qu’un sur deux. Le campus réunira, dans les locaux d’un ancien centre de recherche, un plateau technique partagé et **trois formations** du bac professionnel à la licence.

            Les apprentis seront logés sur place, à des loyers accessibles.
          `,
          objectifs: texte`
            1. 120 apprenants à la première rentrée.
            2. Une place d’internat pour trois apprenants.
            3. 80 % d’insertion à six mois dans le bassin.
          `,
          moyens: `Un directeur de préfiguration est recruté pour deux ans. Quatre entreprises mettent des formateurs à disposition.`,
          financements: `Budget d’investissement de 6,5 M€ : État, Région, branche professionnelle et communauté de communes, à parts à négocier.`,
        },
      ],
    },
    {
      nom: `Défi 2 – Ne laisser personne de côté`,
      axes: [
        {
          nom: `Aller vers les habitants`,
          fiches: [
            {
              titre: `Faire circuler un bus des services publics dans les communes sans permanence`,
              services: [`Solidarités et insertion`],
              statut: 'EN_COURS',
              priorite: 'MOYEN',
              debut: '2024-11-04',
              fin: '2027-12-31',
              description: texte`
                Un minibus aménagé stationne une demi-journée par quinzaine dans vingt-quatre villages. À son bord, deux conseillères France services ; en renfort, selon les semaines, la CAF, une écrivaine publique ou un juriste de l’ADIL.

                En dix-huit mois, **1 430 personnes** ont été reçues. La première demande reste la carte grise, devant la retraite.
              `,
              objectifs: `Qu’aucun habitant ne soit à plus de quinze minutes d’un accueil au moins deux fois par mois.`,
              moyens: `Deux conseillères, un véhicule de 5,5 tonnes, une liaison par satellite pour les vallons mal couverts.`,
              financements: texte`
                - Fonctionnement : 96 000 € par an
                - Aide de l’État au titre de France services : 45 000 €
              `,
            },
            { reprise: 'clauses' },
          ],
        },
      ],
    },
    {
      nom: `Défi 3 – Prendre soin des lieux`,
      fiches: [
        {
          titre: `Raconter le bassin : un parcours de mémoire du gaz de Lacq`,
          services: [`Culture et patrimoine`],
          statut: 'EN_PAUSE',
          priorite: 'BAS',
          debut: '2026-01-05',
          fin: '2028-10-31',
          description: texte`
            Découvert en 1951, le gisement a bâti une ville, des savoir-faire et un paysage. Les témoins ont plus de quatre-vingts ans : il faut **enregistrer maintenant**, montrer ensuite.

            Vingt entretiens ont été menés. La suite attend le recrutement d’une médiatrice du patrimoine.
          `,
          objectifs: `Cinquante récits enregistrés et versés aux archives départementales ; un parcours de huit étapes entre Lacq et Mourenx.`,
          moyens: `Une convention avec l’université de Pau et une association d’anciens.`,
        },
      ],
    },
  ],
}
