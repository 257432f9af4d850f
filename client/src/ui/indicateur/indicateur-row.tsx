import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { periodeLabel } from '../../lib/indicateur/periode.ts'
import { lastRealise, withUnite } from '../../lib/indicateur/serie.ts'
import { Sparkline } from './sparkline.tsx'
import { RowLink } from '../row-link.tsx'
import classes from './indicateur-row.module.css'

const indicateurRow = graphql(`
  fragment IndicateurRow on Indicateur {
    id
    uuid
    nom
    unite
    periodicite
    valeurs(last: 40) {
      edges {
        node {
          periode
          objectif
          realise
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

/** An indicateur in a list: its last value, and the shape of those before. */
export function IndicateurRow({
  indicateur,
  narrow = false,
  linked = true,
  action,
}: {
  indicateur: FragmentType<typeof indicateurRow>
  /** In a side panel, where the value goes under the name. */
  narrow?: boolean
  /** Whether its name leads to its page, which only agents have. */
  linked?: boolean
  action?: ReactNode
}) {
  const { uuid, nom, unite, periodicite, valeurs } = readFragment(indicateurRow, indicateur)
  const points = valeurs.edges.map(({ node: { periode, objectif, realise } }) => ({
    periode,
    objectif: objectif ?? null,
    realise: realise ?? null,
  }))
  const last = lastRealise(points)
  const objectif = points.findLast((point) => point.objectif !== null && (!last || point.periode > last.periode))

  return (
    <li className={classes.row} data-narrow={narrow || undefined}>
      <div className={classes.words}>
        {linked ? (
          <RowLink to="/indicateurs/$indicateurUuid" params={{ indicateurUuid: uuid }}>
            {nom}
          </RowLink>
        ) : (
          nom
        )}
        {objectif?.objectif && (
          <Text size="sm" c="dimmed">
            Objectif {periodeLabel(objectif.periode, periodicite)}&nbsp;: {withUnite(objectif.objectif, unite)}
          </Text>
        )}
      </div>
      <Sparkline points={points.flatMap(drawn)} />
      <div className={classes.value}>
        {last ? (
          <>
            <span className={classes.number}>{withUnite(last.realise, unite)}</span>
            <Text size="sm" c="dimmed" span>
              {periodeLabel(last.periode, periodicite)}
            </Text>
          </>
        ) : (
          <Text size="sm" c="dimmed" span>
            Aucune valeur
          </Text>
        )}
      </div>
      {action && <div className={classes.action}>{action}</div>}
    </li>
  )
}

function drawn({ periode, realise }: { periode: string; realise: string | null }) {
  return realise === null ? [] : [{ x: Date.parse(periode), y: Number(realise) }]
}
