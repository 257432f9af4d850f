import { Text } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { fr } from '../../lib/text/french.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from './doublons.module.css'

const doublonPair = graphql(`
  fragment DoublonPair on DoublonPossible {
    raisons {
      code
      phrase
    }
    fiche {
      id
      uuid
      titre
      placements(first: 1) {
        edges {
          node {
            id
            plan {
              id
              nom
            }
          }
        }
      }
    }
    autre {
      id
      uuid
      titre
      placements(first: 1) {
        edges {
          node {
            id
            plan {
              id
              nom
            }
          }
        }
      }
    }
  }
`)

/** Two fiches that may be one, why, and the way to look at both. */
export function DoublonLine({ pair }: { pair: FragmentType<typeof doublonPair> }) {
  const { fiche, autre, raisons } = readFragment(doublonPair, pair)
  const nameOf = ({ titre }: { titre: string }) => titre.trim() || UNTITLED

  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <PlainList>
          {[fiche, autre].map((each) => (
            <li key={each.id}>
              <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: each.uuid }}>
                {nameOf(each)}
              </AnchorLink>
              <Text component="span" size="sm" c="dimmed">
                {each.placements.edges[0] && ` · ${each.placements.edges[0].node.plan.nom}`}
              </Text>
            </li>
          ))}
        </PlainList>
        <Text size="sm" c="dimmed">
          {raisons.map(({ phrase }) => phrase).join(' · ')}
        </Text>
      </div>
      <ButtonLink
        to="/fiches/$ficheUuid/comparer/$autreUuid"
        params={{ ficheUuid: fiche.uuid, autreUuid: autre.uuid }}
        variant="default"
        size="xs"
        leftSection={<IconArrowsDiff size={16} aria-hidden />}
        aria-label={fr`Comparer « ${nameOf(fiche)} » et « ${nameOf(autre)} »`}
      >
        Comparer
      </ButtonLink>
    </li>
  )
}
