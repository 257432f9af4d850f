import { Breadcrumbs, Text } from '@mantine/core'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { placePath } from './place-path.ts'
import classes from './fiche-breadcrumbs.module.css'

/** Five levels above the axe are named; a deeper tree shows that there are more. */
const ficheBreadcrumbs = graphql(`
  fragment FicheBreadcrumbs on Fiche {
    placements(first: 100) {
      edges {
        node {
          id
          plan {
            id
            uuid
            nom
          }
          axe {
            id
            nom
            parent {
              id
              nom
              parent {
                id
                nom
                parent {
                  id
                  nom
                  parent {
                    id
                    nom
                    parent {
                      id
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`)

/** Where the fiche is: a line for each of its places, from the plan down. */
export function FicheBreadcrumbs({
  fiche,
  isMember,
}: {
  fiche: FragmentType<typeof ficheBreadcrumbs>
  /** To the others, what holds it is not named: it is not for that out of any plan. */
  isMember: boolean
}) {
  const places = readFragment(ficheBreadcrumbs, fiche).placements.edges.map(({ node }) => node)

  if (places.length === 0) return isMember && <Text size="sm">Hors plan</Text>
  return (
    <nav aria-label="Emplacements de la fiche" className={classes.nav}>
      {places.map(({ id, plan, axe }) => (
        <Breadcrumbs key={id} separator="›" separatorMargin={6} className={classes.line}>
          <AnchorLink to="/plans/$planUuid" params={{ planUuid: plan.uuid }} size="sm">
            {plan.nom}
          </AnchorLink>
          {placePath(axe).map(({ id, nom }) => (
            <Text key={id} span size="sm" c="dimmed">
              {nom}
            </Text>
          ))}
        </Breadcrumbs>
      ))}
    </nav>
  )
}
