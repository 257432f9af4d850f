import { Avatar, Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { MembreFragment } from '../../gql/graphql.ts'
import { startSeeingAs } from '../../lib/seeing-as.ts'
import { initials } from '../../lib/text/initials.ts'
import { ROLE_LABELS } from '../../lib/vocabulary/roles.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Surface } from '../../ui/surface.tsx'
import { MembreForm } from './membre-form.tsx'
import type { People } from './people.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from '../../ui/line-rows.module.css'

/** Each member with their role and services. */
export function MembreRows({ people }: { people: People }) {
  const [changedId, setChangedId] = useState<string | null>(null)
  const changed = people.membres.find(({ id }) => id === changedId)

  return (
    <Surface>
      <PlainList>
        {people.membres.map((membre) => (
          <MembreRow
            key={membre.id}
            membre={membre}
            onChange={people.canManage ? () => setChangedId(membre.id) : null}
          />
        ))}
      </PlainList>
      <Dialog opened={changed !== undefined} onClose={() => setChangedId(null)} title={changed?.nom ?? ''}>
        {changed && <MembreForm membre={changed} people={people} onDone={() => setChangedId(null)} />}
      </Dialog>
    </Surface>
  )
}

function MembreRow({ membre, onChange }: { membre: MembreFragment; onChange: (() => void) | null }) {
  const { uuid, nom, email, estVous, role, services } = membre
  const details = [email, services.map((service) => service.nom).join(', ')].filter(Boolean)

  return (
    <li className={classes.row}>
      <Avatar size={34} radius="xl" color="encre" className={classes.avatar} aria-hidden>
        {initials(nom)}
      </Avatar>
      <div className={classes.words}>
        <Text fw={600}>
          {nom}
          {estVous && (
            <Text component="span" c="dimmed" fw={400}>
              {' '}
              (vous)
            </Text>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {details.join(' · ')}
        </Text>
      </div>
      <Text size="sm">{ROLE_LABELS[role]}</Text>
      {onChange && !estVous && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => startSeeingAs({ membreId: uuid, nom }, '/')}
          aria-label={`Voir en tant que ${nom}`}
        >
          Voir en tant que…
        </Button>
      )}
      {onChange && (
        <Button variant="default" size="compact-sm" onClick={onChange} aria-label={`Modifier ${nom}`}>
          Modifier
        </Button>
      )}
    </li>
  )
}
