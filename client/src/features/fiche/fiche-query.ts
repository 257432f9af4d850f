import { graphql } from '../../gql/gql.ts'

/** A fiche, but for its texts: these come live. */
export const ficheQuery = graphql(`
  query Fiche($uuid: UUID!) {
    viewer {
      uuid
    }
    fiche(uuid: $uuid) {
      id
      uuid
      titre
      viewerCanOpen
      collectivite {
        id
        siren
        nom
      }
      ...PublicFiche
      ...FicheFacts
      ...FicheCharacteristics
      ...FicheBreadcrumbs
      ...FicheLiens
      ...FicheIndicateurs
      ...FichePlacements
      ...FicheVisibilite
      ...FicheParent
      ...FicheSections
    }
  }
`)
