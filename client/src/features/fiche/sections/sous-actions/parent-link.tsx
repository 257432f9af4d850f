import { Button, Text } from '@mantine/core'
import { type FragmentType, readFragment } from '../../../../gql/fragment-masking.ts'
import { graphql } from '../../../../gql/gql.ts'
import { UNTITLED } from '../../../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { useAttach } from './use-attach.ts'

const ficheParent = graphql(`
  fragment FicheParent on Fiche {
    id
    titre
    viewerCanMove
    parent {
      id
      uuid
      titre
    }
  }
`)

/** The fiche that a sous-action is of, and the way out of it; nothing for a fiche. */
export function ParentLink({ fiche }: { fiche: FragmentType<typeof ficheParent> }) {
  const { id, titre, viewerCanMove, parent } = readFragment(ficheParent, fiche)
  const { pending, takeOut } = useAttach()
  if (!parent) return null
  return (
    <Text size="sm" c="dimmed">
      Sous-action de{' '}
      <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: parent.uuid }}>
        {parent.titre.trim() || UNTITLED}
      </AnchorLink>
      {viewerCanMove && (
        <Button
          variant="subtle"
          size="compact-xs"
          ml="xs"
          loading={pending}
          onClick={() => takeOut({ id, titre, parentId: parent.id })}
        >
          Sortir de cette fiche
        </Button>
      )}
    </Text>
  )
}
