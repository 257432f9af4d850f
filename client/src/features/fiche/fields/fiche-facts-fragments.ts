import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'

/** What is of the fiche alone, so that an event about it reads nothing around. */
const ficheFactsValues = graphql(`
  fragment FicheFactsValues on Fiche {
    id
    statut
    priorite
    enRetard
    dateDebut
    dateFin
    ameliorationContinue
    calendrier
    tempsDeMiseEnOeuvre
    poids
  }
`)

const ficheFactsPeople = graphql(`
  fragment FicheFactsPeople on Fiche {
    id
    collectivite {
      id
      siren
      nomsPublics
    }
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
  }
`)

export const ficheFacts = graphql(`
  fragment FicheFacts on Fiche {
    viewerCanUpdate
    viewerCanOpen
    ...FicheFactsValues
    ...FicheFactsPeople
  }
`)

export type Facts = ReturnType<typeof readFacts>

/** The facts of a fiche, as one. */
export function readFacts(fiche: FragmentType<typeof ficheFacts>) {
  const facts = readFragment(ficheFacts, fiche)
  const people = readFragment(ficheFactsPeople, facts)
  return {
    viewerCanUpdate: facts.viewerCanUpdate,
    /** Whether the names of people are kept from who reads it only because it is public. */
    hidesNames: !facts.viewerCanOpen && !people.collectivite.nomsPublics,
    ...readFragment(ficheFactsValues, facts),
    ...people,
  }
}
