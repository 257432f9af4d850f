import { graphql } from '../../gql/gql.ts'

export const palettePlan = graphql(`
  fragment PalettePlan on Plan {
    id
    uuid
    nom
    archivedAt
    collectivite {
      id
      nom
    }
  }
`)

export const paletteFiche = graphql(`
  fragment PaletteFiche on Fiche {
    id
    uuid
    titre
    collectivite {
      id
      nom
    }
    placements(first: 1) {
      edges {
        node {
          id
          plan {
            id
            nom
          }
        }
      }
    }
  }
`)

/** What was looked at last, as it is named now, and what one may do in the collectivité. */
export const paletteQuery = graphql(`
  query Palette($siren: String!, $plans: [UUID!]!, $fiches: [UUID!]!) {
    collectivite(siren: $siren) {
      id
      siren
      viewerCanCreatePlan
      viewerCanManageMembres
      vues {
        id
        nom
        parametres
        partagee
      }
      plans(first: 1, viewerCanUpdate: true) {
        edges {
          node {
            id
          }
        }
      }
    }
    plans(first: 12, where: { uuid: $plans }) {
      edges {
        node {
          id
          ...PalettePlan
        }
      }
    }
    fiches(first: 12, where: { uuid: $fiches }) {
      edges {
        node {
          id
          ...PaletteFiche
        }
      }
    }
  }
`)

/** Plans by their names and fiches by all their texts, among those that one may read. */
export const paletteSearchQuery = graphql(`
  query PaletteSearch($recherche: String!) {
    plans(first: 6, where: { recherche: $recherche }) {
      edges {
        node {
          id
          ...PalettePlan
        }
      }
    }
    searchFiches(recherche: $recherche, first: 12) {
      extrait
      fiche {
        id
        ...PaletteFiche
      }
    }
  }
`)
