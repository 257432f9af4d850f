import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { counted } from '../../lib/text/french.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { planTypeLabel } from '../../lib/vocabulary/plan-types.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { StatutBadge } from '../../ui/statut-badge.tsx'
import classes from './partage-rows.module.css'

const planPartage = graphql(`
  fragment PlanPartage on Plan {
    uuid
    nom
    type
    typeAutre
    fichesCount
    archivedAt
    collectivite {
      id
      nom
    }
  }
`)

const fichePartagee = graphql(`
  fragment FichePartagee on Fiche {
    uuid
    titre
    statut
    collectivite {
      id
      nom
    }
  }
`)

export function PlanPartageRow({ plan }: { plan: FragmentType<typeof planPartage> }) {
  const { uuid, nom, fichesCount, archivedAt, collectivite, ...type } = readFragment(planPartage, plan)
  return (
    <Row
      link={
        <RowLink to="/plans/$planUuid" params={{ planUuid: uuid }}>
          {nom}
        </RowLink>
      }
      details={`${collectivite.nom} · ${planTypeLabel(type)}${archivedAt ? ' · Archivé' : ''}`}
      side={counted(fichesCount, 'fiche', 'fiches')}
    />
  )
}

export function FichePartageeRow({ fiche }: { fiche: FragmentType<typeof fichePartagee> }) {
  const { uuid, titre, statut, collectivite } = readFragment(fichePartagee, fiche)
  return (
    <Row
      link={
        <RowLink to="/fiches/$ficheUuid" params={{ ficheUuid: uuid }}>
          {titre.trim() || UNTITLED}
        </RowLink>
      }
      details={collectivite.nom}
      side={<StatutBadge statut={statut} />}
    />
  )
}

function Row({ link, details, side }: { link: ReactNode; details: string; side: ReactNode }) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        {link}
        <Text size="sm" c="dimmed">
          {details}
        </Text>
      </div>
      <Text component="span" size="sm" className={classes.side}>
        {side}
      </Text>
    </li>
  )
}
