import { graphql } from '../../../gql/gql.ts'

/** The lists of a fiche, which the page shows under its texts. */
export const ficheSectionsFragment = graphql(`
  fragment FicheSections on Fiche {
    id
    parent {
      id
    }
    budgets {
      id
    }
    financeurs {
      id
    }
    mesuresLiees {
      id
    }
    sousActions {
      id
    }
    notesSuivi(first: 100) {
      edges {
        node {
          id
        }
      }
    }
    ...FicheNotes
    ...FicheSousActions
    ...FicheParent
    ...FicheBudget
    ...FicheFinanceurs
    ...FicheMesures
    ...FicheChampsPropres
  }
`)
