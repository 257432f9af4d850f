import { Link } from '@tanstack/react-router'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { longDate } from '../../lib/text/dates.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { PrioriteLabel } from '../../ui/priorite-label.tsx'
import { StatutBadge } from '../../ui/statut-badge.tsx'
import type { PlanPlace } from './use-plan.ts'
import classes from './fiche-rows.module.css'

const ficheRow = graphql(`
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
    <ul className={classes.list}>
      {places.map(({ id, fiche }) => (
        <FicheRow key={id} fiche={fiche} />
      ))}
    </ul>
  )
}

function FicheRow({ fiche }: { fiche: FragmentType<typeof ficheRow> }) {
  const { uuid, titre, statut, priorite, dateDebut, dateFin, services } = readFragment(ficheRow, fiche)

  return (
    <li className={classes.row}>
      <Link to="/fiches/$ficheUuid" params={{ ficheUuid: uuid }} className={classes.titre} data-tree-stop>
        {titre.trim() || UNTITLED}
      </Link>
      <span className={classes.statut}>
        <StatutBadge statut={statut} />
      </span>
      <span className={classes.priorite}>
        <PrioriteLabel priorite={priorite} />
      </span>
      <span className={classes.services}>{services.map(({ nom }) => nom).join(', ')}</span>
      <span className={classes.date}>{deadline({ dateDebut, dateFin })}</span>
    </li>
  )
}

/** What a line has room for: the end, or the beginning where the end is not known. */
function deadline({ dateDebut, dateFin }: { dateDebut?: string | null; dateFin?: string | null }): string {
  if (dateFin) return `jusqu’au ${longDate(dateFin)}`
  return dateDebut ? `dès le ${longDate(dateDebut)}` : ''
}
