import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const planDeMobilite: DemoPlan = {
  nom: `Plan de mobilité simplifié`,
  type: 'MOBILITE',
  description: `Montagne, distances et peu d’habitants : le plan ne promet pas le bus partout. Il cherche **une solution par besoin**.`,
  axes: [
    {
      nom: `Besoin 1 – Aller au marché, chez le médecin, au travail`,
      fiches: [
        {
          titre: `Organiser un transport solidaire par des conducteurs bénévoles`,
          services: [`Services à la population`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2025-01-13',
          fin: '2027-12-31',
          description: texte`
            Une centrale téléphonique, tenue par un centre social, met en relation une personne sans voiture et un conducteur volontaire. L’usager verse **0,40 € par kilomètre** ; le bénévole est couvert par l’assurance de l’association.

            Trente-quatre conducteurs assurent une centaine de trajets par mois. Les demandes vers l’hôpital de Valréas augmentent.
          `,
          objectifs: texte`
            - Couvrir toutes les vallées, Séderon compris, fin 2026.
            - Répondre à neuf demandes sur dix.
          `,
          moyens: `Une coordinatrice à 60 %, un logiciel libre de mise en relation, des réunions de conducteurs à chaque saison.`,
          financements: `Communauté de communes : 15 000 €. Mutualité sociale agricole : 12 000 €. Dons : le reste.`,
        },
        {
          titre: `Mettre deux voitures partagées sur la place de chaque bourg`,
          services: [`Développement territorial`],
          statut: 'ABANDONNE',
          priorite: 'MOYEN',
          debut: '2024-06-01',
          fin: '2025-12-31',
          description: texte`
            Essai mené à Nyons et à Montbrun-les-Bains avec un opérateur coopératif. À Nyons, les deux voitures ont trouvé leur public ; à Montbrun, elles ont roulé **onze jours en six mois**.

            Le conseil a choisi de ne pas étendre le service et de reporter le budget sur le transport solidaire.
          `,
          objectifs: `Permettre à cinquante ménages de se passer d’une seconde voiture.`,
          financements: `Dépense réelle : 27 400 €, pour 60 000 € inscrits.`,
        },
      ],
    },
    {
      nom: `Besoin 2 – Venir et visiter`,
      fiches: [
        {
          titre: `Baliser une grande traversée cyclable de Nyons à Séderon`,
          services: [`Tourisme et agriculture`, `Services techniques`],
          statut: 'A_DISCUTER',
          priorite: 'BAS',
          debut: '2027-04-01',
          fin: '2029-05-31',
          description: texte`
            Quatre-vingt-dix kilomètres de petites routes et trois cols : le parcours existe déjà dans les jambes des cyclistes. Il lui manque un **nom**, des points d’eau et un retour possible en car avec son vélo.

            Le tronçon des gorges d’Ubrieux fait débat à cause des chutes de pierres.
          `,
          objectifs: `Quatre mille passages par an et vingt prestataires le long du parcours.`,
          moyens: `Un stagiaire de master, puis un groupe de travail avec le parc et le Département.`,
        },
        { reprise: 'ciel' },
      ],
    },
  ],
}
