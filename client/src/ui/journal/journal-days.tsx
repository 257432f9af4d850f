import { Title } from '@mantine/core'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { dayText } from '../../lib/text/dates.ts'
import { PlainList } from '../plain-list.tsx'
import { Surface } from '../surface.tsx'
import { JournalActe, type journalActe } from './journal-acte.tsx'
import classes from './journal.module.css'

type Acte = FragmentType<typeof journalActe> & { id: string; date: string }

/**
 * Acts of a journal under their days, the last first.
 *
 * @param order of the headings of days, on their page
 */
export function JournalDays({
  actes,
  order = 2,
  ...rest
}: {
  actes: readonly Acte[]
  siren: string
  about?: string | undefined
  order?: 2 | 3
}) {
  const days = Map.groupBy(actes, ({ date }) => dayText(date))
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={classes.day} aria-label={day}>
      <Title order={order} size="h4" mb="xs">
        {day}
      </Title>
      <Surface>
        <PlainList>
          {ofDay.map((acte) => (
            <JournalActe key={acte.id} acte={acte} {...rest} />
          ))}
        </PlainList>
      </Surface>
    </section>
  ))
}
