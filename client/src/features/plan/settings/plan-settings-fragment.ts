import { graphql } from '../../../gql/gql.ts'

/** What the settings of a plan show, and what the viewer may do with it. */
export const planSettings = graphql(`
  fragment PlanSettings on Plan {
    id
    nom
    type
    typeAutre
    dateDebut
    dateFin
    niveaux
    viewerCanUpdate
    viewerCanDelete
    collectivite {
      id
      siren
      viewerCanCreatePlan
      viewerCanManageModeles
    }
  }
`)
