import { useMutation } from '@apollo/client/react'
import { ActionIcon } from '@mantine/core'
import { IconUnlink } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { UNTITLED } from '../../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink } from '../../../ui/links.tsx'
import classes from './fiche-liens.module.css'

const linkedFiche = graphql(`
  fragment LinkedFiche on Fiche {
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
`)

const unlinkMutation = graphql(`
  mutation UnlinkFiches($lienId: ID!) {
    unlinkFiches(lienId: $lienId) {
      __typename
      ... on Error {
        message
      }
      ... on UnlinkFichesSuccess {
        fiches {
          id
          ...FicheLiens
        }
      }
    }
  }
`)

/** A fiche at the other end of a link, and the way to take the link away. */
export function LinkedFiche({
  lienId,
  fiche,
  removable,
}: {
  lienId: string
  fiche: FragmentType<typeof linkedFiche>
  removable: boolean
}) {
  const { uuid, titre, placements } = readFragment(linkedFiche, fiche)
  const [unlink, { loading }] = useMutation(unlinkMutation)
  const name = titre.trim() || UNTITLED
  const plan = placements.edges[0]?.node.plan.nom

  async function remove() {
    const { data } = await unlink({ variables: { lienId } }).catch(() => ({ data: null }))
    if (data?.unlinkFiches.__typename !== 'UnlinkFichesSuccess') {
      showRefusal(data?.unlinkFiches.message ?? UNEXPECTED_ERROR)
    }
  }

  return (
    <li className={classes.linked}>
      <span className={classes.name}>
        <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: uuid }} size="sm">
          {name}
        </AnchorLink>
        {plan && <span className={classes.place}> · {plan}</span>}
      </span>
      {removable && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          loading={loading}
          onClick={() => void remove()}
          aria-label={`Supprimer le lien avec ${name}`}
        >
          <IconUnlink size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
