import { Text, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { graphql } from '../../gql/gql.ts'
import type { JournalLineFragment } from '../../gql/graphql.ts'
import { fr } from '../../lib/text/french.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink } from '../links.tsx'
import { detailsOf, type Detail, whatHappened } from './journal-words.ts'
import classes from './journal.module.css'

export const journalLine = graphql(`
  fragment JournalLine on JournalEntry {
    id
    operation
    objet
    changements {
      champ
      avant
      apres
    }
    fiche {
      uuid
      nom
      estSupprime
    }
    autreFiche {
      uuid
      nom
      estSupprime
    }
    plan {
      uuid
      nom
      estSupprime
    }
    indicateur {
      uuid
      nom
      estSupprime
    }
    cleApi {
      uuid
      nom
    }
  }
`)

/** What happened to one objet. */
export function JournalLine({ line }: { line: JournalLineFragment }) {
  return (
    <Text component="p">
      <strong>{whatHappened(line)}</strong>
      {detailsOf(line).map((detail) => (
        <ChangedValue key={detail.label} detail={detail} />
      ))}
    </Text>
  )
}

function ChangedValue({ detail: { label, avant, apres } }: { detail: Detail }) {
  const name = label === null ? '' : `${label} `
  return (
    <>
      {label === null ? '\u00a0: ' : ' · '}
      {name}
      {avant !== null && (
        <>
          <VisuallyHidden>avant </VisuallyHidden>
          <s className={classes.before}>{avant}</s>
        </>
      )}
      {avant !== null && apres !== null && ' '}
      {apres !== null && (
        <>
          {avant !== null && <VisuallyHidden>après </VisuallyHidden>}
          <span className={classes.after}>{apres}</span>
        </>
      )}
    </>
  )
}

/** Names what a line is about; the same for lines of one fiche. */
export function subjectKey({ fiche, autreFiche, plan, indicateur, cleApi }: JournalLineFragment): string {
  return [fiche, autreFiche, plan, indicateur, cleApi].map((one) => one?.uuid ?? '').join(' ')
}

/**
 * What a line is about, each with the way there, unless it is in the corbeille.
 *
 * @param about the uuid of what the page is about, which is not repeated
 * @param after what is said before them
 */
export function JournalSubjects({
  line: { fiche, autreFiche, plan, indicateur, cleApi },
  about,
  after,
}: {
  line: JournalLineFragment
  about?: string | undefined
  after?: string | undefined
}) {
  const isNamed = <One extends { uuid: string }>(one: One | null | undefined): one is One =>
    one != null && one.uuid !== about
  const subjects = [
    ...(after === undefined ? [] : [after]),
    ...[fiche, autreFiche].filter(isNamed).map((one) => (
      <Subject key={one.uuid} {...one} nom={one.nom || UNTITLED}>
        {(nom) => (
          <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: one.uuid }}>
            {nom}
          </AnchorLink>
        )}
      </Subject>
    )),
    ...[plan].filter(isNamed).map((one) => (
      <Subject key={one.uuid} {...one}>
        {(nom) => (
          <AnchorLink to="/plans/$planUuid" params={{ planUuid: one.uuid }}>
            {nom}
          </AnchorLink>
        )}
      </Subject>
    )),
    ...[indicateur].filter(isNamed).map((one) => (
      <Subject key={one.uuid} {...one}>
        {(nom) => (
          <AnchorLink to="/indicateurs/$indicateurUuid" params={{ indicateurUuid: one.uuid }}>
            {nom}
          </AnchorLink>
        )}
      </Subject>
    )),
    ...(cleApi ? [fr`clé « ${cleApi.nom} »`] : []),
  ]
  return subjects.flatMap((subject, index) => (index === 0 ? [subject] : [' · ', subject]))
}

function Subject({
  nom,
  estSupprime,
  children,
}: {
  nom: string
  estSupprime: boolean
  children: (nom: string) => ReactNode
}) {
  return estSupprime ? `${nom} (à la corbeille)` : children(nom)
}
