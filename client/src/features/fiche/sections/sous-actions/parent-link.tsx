import { Text } from '@mantine/core'
import { type FragmentType, readFragment } from '../../../../gql/fragment-masking.ts'
import { graphql } from '../../../../gql/gql.ts'
import { UNTITLED } from '../../../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink } from '../../../../ui/links.tsx'

const ficheParent = graphql(`
  fragment FicheParent on Fiche {
    id
    parent {
      id
      uuid
      titre
    }
  }
`)

/** The fiche that a sous-action is of; nothing for a fiche. */
export function ParentLink({ fiche }: { fiche: FragmentType<typeof ficheParent> }) {
  const { parent } = readFragment(ficheParent, fiche)
  if (!parent) return null
  return (
    <Text size="sm" c="dimmed">
      Sous-action de{' '}
      <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: parent.uuid }}>
        {parent.titre.trim() || UNTITLED}
      </AnchorLink>
    </Text>
  )
}
