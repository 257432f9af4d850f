import { Title } from '@mantine/core'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { dayText } from '../../lib/text/dates.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import { Surface } from '../../ui/surface.tsx'
import { JournalActe, type journalActe } from './journal-acte.tsx'
import classes from './journal.module.css'

type Acte = FragmentType<typeof journalActe> & { id: string; date: string }

/** Acts of a journal under their days, the last first. */
export function JournalDays({ actes, ...rest }: { actes: readonly Acte[]; siren: string; about?: string | undefined }) {
  const days = Map.groupBy(actes, ({ date }) => dayText(date))
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={classes.day} aria-label={day}>
      <Title order={2} size="h4" mb="xs">
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
