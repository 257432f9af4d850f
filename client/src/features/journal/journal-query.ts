import { graphql } from '../../gql/gql.ts'

/** A page of a journal, act by act, the last first. */
export const journalActes = graphql(`
  fragment JournalActes on JournalActeConnection {
    edges {
      node {
        id
        date
        ...JournalActe
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`)

/** Whom the filter of a journal may name. */
export const journalMembres = graphql(`
  fragment JournalMembres on Collectivite {
    membres(first: 100) {
      edges {
        node {
          id
          nom
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** What changed in a collectivité, and whom the filter may name. */
export const journalQuery = graphql(`
  query Journal($siren: String!, $where: JournalWhere, $after: String) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      ...JournalMembres
      actes(first: 30, after: $after, where: $where) {
        ...JournalActes
      }
    }
  }
`)

/** What changed of a fiche. */
export const ficheJournalQuery = graphql(`
  query FicheJournal($uuid: UUID!, $where: JournalWhere, $after: String) {
    viewer {
      uuid
    }
    fiche(uuid: $uuid) {
      id
      uuid
      titre
      collectivite {
        id
        siren
        ...JournalMembres
      }
      actes(first: 30, after: $after, where: $where) {
        ...JournalActes
      }
    }
  }
`)

/** What changed of a plan, its axes and its places. */
export const planJournalQuery = graphql(`
  query PlanJournal($uuid: UUID!, $where: JournalWhere, $after: String) {
    viewer {
      uuid
    }
    plan(uuid: $uuid) {
      id
      uuid
      nom
      collectivite {
        id
        siren
        ...JournalMembres
      }
      actes(first: 30, after: $after, where: $where) {
        ...JournalActes
      }
    }
  }
`)

/** All that one act changed. */
export const acteQuery = graphql(`
  query Acte($siren: String!, $acte: UUID!, $after: String) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      journal(first: 100, after: $after, where: { acte: $acte }) {
        edges {
          node {
            id
            date
            auteur
            origine
            ...JournalLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)
