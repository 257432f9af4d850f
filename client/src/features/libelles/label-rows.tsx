import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { LabelGenre } from '../../gql/graphql.ts'
import { fr } from '../../lib/text/french.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import { Surface } from '../../ui/surface.tsx'
import { DeleteForm } from './delete-form.tsx'
import { GENRES, usesWords } from './genres.ts'
import classes from '../../ui/line-rows.module.css'
import { MergeForm } from './merge-form.tsx'
import { RenameForm } from './rename-form.tsx'

export interface LabelLine {
  id: string
  nom: string
  usagesCount: number
}

type Act = 'rename' | 'merge' | 'delete'

interface Rows {
  siren: string
  genre: LabelGenre
  canManage: boolean
  /** Those that a search keeps. */
  labels: readonly LabelLine[]
  /** Every one of the kind. */
  all: readonly LabelLine[]
}

/** Labels of a kind, how much each serves and, for who may, what may be done to it. */
export function LabelRows({ siren, genre, canManage, labels, all }: Rows) {
  const [open, setOpen] = useState<{ labelId: string; act: Act } | null>(null)
  const close = () => setOpen(null)
  const label = all.find(({ id }) => id === open?.labelId)
  const nom = label?.nom ?? ''
  const opened = (act: Act) => label !== undefined && open?.act === act

  return (
    <>
      <Surface>
        <PlainList aria-label={GENRES[genre].label}>
          {labels.map((line) => (
            <LabelRow
              key={line.id}
              label={line}
              siren={siren}
              genre={genre}
              onAct={canManage ? (act) => setOpen({ labelId: line.id, act }) : null}
            />
          ))}
        </PlainList>
      </Surface>
      <Dialog opened={opened('rename')} onClose={close} title="Renommer le libellé">
        {label && <RenameForm label={label} onDone={close} />}
      </Dialog>
      <Dialog opened={opened('merge')} onClose={close} title={fr`Fusionner « ${nom} »`}>
        {label && (
          <MergeForm genre={genre} label={label} others={all.filter(({ id }) => id !== label.id)} onDone={close} />
        )}
      </Dialog>
      <Dialog opened={opened('delete')} onClose={close} title={fr`Supprimer « ${nom} » ?`}>
        {label && <DeleteForm label={label} onDone={close} />}
      </Dialog>
    </>
  )
}

interface RowProps {
  label: LabelLine
  siren: string
  genre: LabelGenre
  /** null: one may only look. */
  onAct: ((act: Act) => void) | null
}

function LabelRow({ label: { id, nom, usagesCount }, siren, genre, onAct }: RowProps) {
  const uses = usesWords(genre, usagesCount)

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text fw={600}>{nom}</Text>
        <Text size="sm" c="dimmed" component="div">
          {usagesCount > 0 ? (
            <AnchorLink
              to="/collectivites/$siren/fiches"
              params={{ siren }}
              search={{ [GENRES[genre].filter]: id }}
              inherit
              aria-label={`${uses} : ${nom}`}
            >
              {uses}
            </AnchorLink>
          ) : (
            uses
          )}
        </Text>
      </div>
      {onAct && (
        <Group gap="xs">
          <Button variant="default" size="compact-sm" aria-label={`Renommer ${nom}`} onClick={() => onAct('rename')}>
            Renommer
          </Button>
          <Button variant="subtle" size="compact-sm" aria-label={`Fusionner ${nom}`} onClick={() => onAct('merge')}>
            Fusionner
          </Button>
          {usagesCount === 0 && (
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              aria-label={`Supprimer ${nom}`}
              onClick={() => onAct('delete')}
            >
              Supprimer
            </Button>
          )}
        </Group>
      )}
    </li>
  )
}
