import { graphql } from '../../gql/gql.ts'

/** A fiche as the four views show it. */
export const ficheLine = graphql(`
  fragment FicheLine on Fiche {
    id
    uuid
    titre
    statut
    priorite
    dateDebut
    dateFin
    ameliorationContinue
    tempsDeMiseEnOeuvre
    participationCitoyenne
    createdAt
    viewerCanUpdate
    viewerCanMove
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
    thematiques {
      code
      nom
    }
    tags {
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
    placements(first: 4) {
      edges {
        node {
          id
          axe {
            id
            nom
          }
          plan {
            id
            nom
          }
        }
      }
    }
  }
`)

/** What a fiche says in the champs propres of its plans. */
export const ficheLineChamps = graphql(`
  fragment FicheLineChamps on Fiche {
    id
    champsPropres {
      champId
      type
      texte
      nombre
      date
      choix {
        id
        nom
      }
    }
  }
`)

/** The fiches of a collectivité which answer some conditions, a page of them from the cursor `after` on. */
export const fichesQuery = graphql(`
  query Fiches($siren: String!, $where: FicheWhere!, $orderBy: FicheOrder!, $after: String, $champs: Boolean!) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      timeZone
    }
    fiches(first: 100, where: $where, orderBy: $orderBy, after: $after) {
      edges {
        node {
          id
          ...FicheLine
          ...FicheLineChamps @include(if: $champs)
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
