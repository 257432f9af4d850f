import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { counted, fr } from '../../../lib/text/french.ts'
import { planTypeLabel } from '../../../lib/vocabulary/plan-types.ts'
import classes from './plan-modele-line.module.css'
import { RenameModeleForm } from './rename-modele-form.tsx'
import { useDeleteModele } from './use-delete-modele.ts'

const planModeleLine = graphql(`
  fragment PlanModeleLine on PlanModele {
    id
    nom
    type
    typeAutre
    axesCount
    champsCount
    fichesCount
  }
`)

/** One model, with what it holds; renamed and deleted in place by those who may. */
export function PlanModeleLine({
  modele,
  canManage,
}: {
  modele: FragmentType<typeof planModeleLine>
  canManage: boolean
}) {
  const { id, nom, axesCount, champsCount, fichesCount, ...type } = readFragment(planModeleLine, modele)
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null)
  const { remove, deleting } = useDeleteModele(id)
  const stop = () => setDoing(null)
  const held = [
    counted(axesCount, 'axe', 'axes'),
    champsCount > 0 && counted(champsCount, 'champ propre', 'champs propres'),
    fichesCount > 0 && counted(fichesCount, 'fiche', 'fiches'),
  ].filter((part) => part !== false)

  return (
    <li className={classes.line}>
      {doing === 'rename' && <RenameModeleForm modele={{ id, nom }} onClose={stop} />}
      {doing === 'delete' && (
        <>
          <Text>{fr`Supprimer le modèle « ${nom} » pour de bon ? Les plans qui en sont partis restent.`}</Text>
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={stop} data-autofocus>
              Annuler
            </Button>
            <Button color="red.9" loading={deleting} onClick={() => void remove()}>
              Supprimer le modèle
            </Button>
          </Group>
        </>
      )}
      {doing === null && (
        <Group wrap="nowrap" gap="xs">
          <div className={classes.words}>
            <Text>{nom}</Text>
            <Text size="sm" c="dimmed">
              {planTypeLabel(type)} · {held.join(', ')}
            </Text>
          </div>
          {canManage && (
            <>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Renommer ${nom}`}
                onClick={() => setDoing('rename')}
              >
                <IconPencil size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Supprimer ${nom}`}
                onClick={() => setDoing('delete')}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </>
          )}
        </Group>
      )}
    </li>
  )
}
