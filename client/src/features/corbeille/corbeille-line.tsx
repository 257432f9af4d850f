import { useMutation } from '@apollo/client/react'
import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRestore } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import type { RestoredPlace, SuppressionKind } from '../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { momentText } from '../../lib/text/dates.ts'
import { seeingAs } from '../../lib/seeing-as.ts'
import { counted, fr } from '../../lib/text/french.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { showRefusal } from '../../ui/show-refusal.ts'
import classes from './corbeille.module.css'

const corbeilleLine = graphql(`
  fragment CorbeilleLine on Suppression {
    id
    kind
    nom
    createdAt
    auteur
    fusionneeDans
    axesCount
    fichesCount
  }
`)

const restoreMutation = graphql(`
  mutation Restore($input: RestoreInput!) {
    restore(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RestoreSuccess {
        restored {
          uuid
          place
          laisses
        }
      }
    }
  }
`)

const KINDS: Record<SuppressionKind, string> = {
  PLAN: 'Plan',
  AXE: 'Axe',
  FICHE: 'Fiche',
  NOTE: 'Note de suivi',
  INDICATEUR: 'Indicateur',
}

const PLACES: Record<RestoredPlace, string> = {
  MEME_PLACE: '.',
  RACINE: ', à la racine de son plan : l’axe qui le tenait est à la corbeille.',
  HORS_PLAN: ', hors plan : le plan qui le tenait est à la corbeille.',
}

/** One deletion, with what it took, and the way to bring it all back. */
export function CorbeilleLine({
  line,
  collectiviteId,
}: {
  line: FragmentType<typeof corbeilleLine>
  collectiviteId: string
}) {
  const { id, kind, nom, createdAt, auteur, fusionneeDans, axesCount, fichesCount } = readFragment(corbeilleLine, line)
  const [restore, { loading }] = useMutation(restoreMutation, {
    update(cache, { data }) {
      if (data?.restore.__typename !== 'RestoreSuccess') return
      cache.evict({ id: cache.identify({ __typename: 'Collectivite', id: collectiviteId }), fieldName: 'plans' })
    },
    refetchQueries: ['Corbeille'],
    awaitRefetchQueries: true,
  })
  const name = nom.trim() || 'Sans titre'
  const details = [
    KINDS[kind],
    fusionneeDans != null && fr`fusionnée dans « ${fusionneeDans.trim() || UNTITLED} »`,
    kind !== 'FICHE' && axesCount > 1 && counted(axesCount, 'axe', 'axes'),
    kind !== 'FICHE' && fichesCount > 0 && counted(fichesCount, 'fiche', 'fiches'),
    `suppression ${momentText(createdAt)}${auteur ? ` par ${auteur}` : ''}`,
  ].filter((part) => part !== false)

  async function bringBack() {
    const { data } = await restore({ variables: { input: { suppressionIds: [id] } } }).catch(() => ({ data: null }))
    if (data?.restore.__typename !== 'RestoreSuccess') return showRefusal(data?.restore.message ?? UNEXPECTED_ERROR)
    const { place = 'MEME_PLACE', laisses = [] } = data.restore.restored[0] ?? {}
    const left =
      laisses.length === 0
        ? ''
        : fr` Ce qu’un collègue a changé depuis la fusion reste dans l’autre fiche (${counted(laisses.length, 'champ', 'champs')}).`
    notifications.show({ message: fr`« ${name} » est restauré` + PLACES[place] + left, autoClose: 12_000 })
  }

  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Text fw={600} className={classes.name}>
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {details.join(' · ')}
        </Text>
      </div>
      {!seeingAs && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRestore size={16} aria-hidden />}
          loading={loading}
          aria-label={`Restaurer ${name}`}
          onClick={() => void bringBack()}
        >
          Restaurer
        </Button>
      )}
    </li>
  )
}
