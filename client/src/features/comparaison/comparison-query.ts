import { graphql } from '../../gql/gql.ts'

/** Two fiches that may be one, whole. Null: it does not exist, or may not be read. */
export const comparisonQuery = graphql(`
  query Comparison($uuid: UUID!, $autreUuid: UUID!) {
    viewer {
      uuid
    }
    fiche(uuid: $uuid) {
      ...ComparedFiche
    }
    autre: fiche(uuid: $autreUuid) {
      ...ComparedFiche
    }
  }
`)

export const comparedFiche = graphql(`
  fragment ComparedFiche on Fiche {
    id
    uuid
    titre
    viewerCanUpdate
    viewerCanDelete
    collectivite {
      id
      siren
    }
    statut
    priorite
    dateDebut
    dateFin
    ameliorationContinue
    calendrier
    tempsDeMiseEnOeuvre
    participationCitoyenne
    participationDetail
    poids
    services {
      id
      nom
    }
    pilotes {
      id
      nom
    }
    referents {
      id
      nom
    }
    structures {
      id
      nom
    }
    partenaires {
      id
      nom
    }
    instancesGouvernance {
      id
      nom
    }
    tags {
      id
      nom
    }
    cibles
    effetsAttendus
    thematiques {
      code
      nom
    }
    sousThematiques {
      code
      nom
    }
    mesuresLiees {
      id
      code
      titre
    }
    budgets {
      id
      type
      unite
      nature
      annee
      montant
    }
    financeurs {
      id
      montantHt
      financeurs {
        id
        nom
      }
    }
    champsPropres {
      champId
      nom
      texte
      nombre
      date
      choix {
        id
        nom
      }
    }
    indicateurs {
      id
      nom
    }
    notesSuivi(first: 100) {
      edges {
        node {
          id
          date
          texte
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    sousActions {
      id
      titre
    }
    placements(first: 100) {
      edges {
        node {
          id
          plan {
            id
            nom
          }
          axe {
            id
            nom
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    description
    objectifs
    moyens
    financements
  }
`)

export type { ComparedFicheFragment as ComparedFiche } from '../../gql/graphql.ts'
