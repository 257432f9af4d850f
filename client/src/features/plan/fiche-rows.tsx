import { memo } from 'react'
import { readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { longDate } from '../../lib/text/dates.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import { PrioriteLabel } from '../../ui/priorite-label.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { StatutBadge } from '../../ui/statut-badge.tsx'
import { FicheMenu } from './tree/fiche-menu.tsx'
import { RowSelect } from './tree/row-select.tsx'
import { useTreeEdit } from './tree/tree-edit.ts'
import { useTreeRow } from './tree/use-tree-row.ts'
import type { PlanPlace } from './use-plan.ts'
import rows from './tree/tree-row.module.css'
import classes from './fiche-rows.module.css'

/** What a line shows of a fiche. */
export const ficheRow = graphql(`
  fragment FicheRow on Fiche {
    uuid
    titre
    statut
    priorite
    dateDebut
    dateFin
    services {
      id
      nom
    }
  }
`)

/** The fiches of one place of the tree, a line each. */
export function FicheRows({ places }: { places: readonly PlanPlace[] }) {
  return (
    <PlainList>
      {places.map((place) => (
        <FicheRow key={place.id} place={place} />
      ))}
    </PlainList>
  )
}

const FicheRow = memo(function FicheRow({ place }: { place: PlanPlace }) {
  const { uuid, titre, statut, priorite, dateDebut, dateFin, services } = readFragment(ficheRow, place.fiche)
  const { canEdit } = useTreeEdit()
  const { selected, select, props } = useTreeRow<HTMLLIElement>(place.id, 'fiche')
  const name = titre.trim() || UNTITLED

  return (
    <li {...props} className={`${rows.line} ${classes.row}`} data-editable={canEdit || undefined}>
      {canEdit && <RowSelect name={name} selected={selected} onSelect={select} />}
      <RowLink
        to="/fiches/$ficheUuid"
        params={{ ficheUuid: uuid }}
        className={classes.titre}
        draggable={false}
        data-tree-stop
      >
        {name}
      </RowLink>
      <span className={classes.statut}>
        <StatutBadge statut={statut} />
      </span>
      <span className={classes.priorite}>
        <PrioriteLabel priorite={priorite} />
      </span>
      <span className={classes.services}>{services.map(({ nom }) => nom).join(', ')}</span>
      <span className={classes.date}>{deadline({ dateDebut, dateFin })}</span>
      {canEdit && <FicheMenu place={place} name={name} />}
    </li>
  )
})

/** What a line has room for: the end, or the beginning where the end is not known. */
export function deadline({ dateDebut, dateFin }: { dateDebut?: string | null; dateFin?: string | null }): string {
  if (dateFin) return `jusqu’au ${longDate(dateFin)}`
  return dateDebut ? `dès le ${longDate(dateDebut)}` : ''
}
