import { Text } from '@mantine/core'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import type { JournalLineFragment, JournalOrigine } from '../../gql/graphql.ts'
import { timeText } from '../../lib/text/dates.ts'
import { AnchorLink } from '../links.tsx'
import { JournalLine, journalLine, JournalSubjects, subjectKey } from './journal-line.tsx'
import { summaryText } from './journal-words.ts'
import classes from './journal.module.css'

export const journalActe = graphql(`
  fragment JournalActe on JournalActe {
    id
    uuid
    date
    auteur
    origine
    resume {
      objet
      operation
      nombre
    }
    lignes {
      id
      ...JournalLine
    }
  }
`)

const WAYS: Record<JournalOrigine, string | null> = {
  PAGE: null,
  API: 'par l’API',
  MASSE: 'en nombre',
  IMPORT: 'par import',
  SYSTEME: 'par le système',
}

/** Who did it, and by which way when it was not a page. */
export function authorText({ auteur, origine }: { auteur?: string | null | undefined; origine: JournalOrigine }) {
  if (origine === 'SYSTEME' && auteur == null) return 'Pupitre'
  return [auteur ?? 'Quelqu’un qui n’a plus de compte', WAYS[origine]].filter(Boolean).join(' ')
}

/**
 * What somebody did at once: its lines, or their sum when they are many.
 *
 * @param about the uuid of what the page is about, which lines do not repeat
 */
export function JournalActe({
  acte,
  siren,
  about,
}: {
  acte: FragmentType<typeof journalActe>
  siren: string
  about?: string | undefined
}) {
  const { uuid, date, resume, lignes, ...who } = readFragment(journalActe, acte)

  return (
    <li className={classes.line}>
      <Text component="time" dateTime={date} size="sm" c="dimmed" className={classes.time}>
        {timeText(date)}
      </Text>
      <div className={classes.words}>
        {lignes.length > 0 ? (
          <>
            <Lines lines={lignes.map((line) => readFragment(journalLine, line))} about={about} who={authorText(who)} />
            {/* Its page takes it back. */}
            {who.origine === 'MASSE' && (
              <Text component="p" size="sm" c="dimmed">
                <WholeActe siren={siren} acteUuid={uuid} />
              </Text>
            )}
          </>
        ) : (
          <>
            <Text component="p" fw={700}>
              {summaryText(resume)}
            </Text>
            <Text component="p" size="sm" c="dimmed">
              {authorText(who)} · <WholeActe siren={siren} acteUuid={uuid} />
            </Text>
          </>
        )}
      </div>
    </li>
  )
}

function WholeActe(params: { siren: string; acteUuid: string }) {
  return (
    <AnchorLink to="/collectivites/$siren/journal/$acteUuid" params={params}>
      Voir l’acte entier
    </AnchorLink>
  )
}

/** Lines of one act: those about the same thing together, which is named after them. */
export function Lines({
  lines,
  about,
  who,
}: {
  lines: readonly JournalLineFragment[]
  about?: string | undefined
  /** Said of each group, where the page does not say it once. */
  who?: string
}) {
  return [...Map.groupBy(lines, subjectKey)].map(([key, [first, ...others]]) =>
    first ? (
      <div key={key} className={classes.subject}>
        {[first, ...others].map((line) => (
          <JournalLine key={line.id} line={line} />
        ))}
        <Text component="p" size="sm" c="dimmed">
          <JournalSubjects line={first} about={about} after={who} />
        </Text>
      </div>
    ) : null,
  )
}
