import { useMutation } from '@apollo/client/react'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { fr } from '../../lib/text/french.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { showRefusal } from '../../ui/show-refusal.ts'

const deleteIndicateurMutation = graphql(`
  mutation DeleteIndicateur($input: DeleteIndicateurInput!) {
    deleteIndicateur(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on DeleteIndicateurSuccess {
        indicateurId
      }
    }
  }
`)

/** Puts an indicateur into the corbeille, after a question, then goes back to the others. */
export function DeleteIndicateur({ id, nom, siren }: { id: string; nom: string; siren: string }) {
  const [opened, { open, close }] = useDisclosure(false)
  const [remove, { loading }] = useMutation(deleteIndicateurMutation)
  const navigate = useNavigate()

  async function confirm() {
    const { data } = await remove({ variables: { input: { indicateurId: id } } }).catch(() => ({ data: null }))
    if (data?.deleteIndicateur.__typename !== 'DeleteIndicateurSuccess') {
      showRefusal(data?.deleteIndicateur.message ?? UNEXPECTED_ERROR)
      return
    }
    notifications.show({ message: fr`« ${nom} » est dans la corbeille.` })
    await navigate({ to: '/collectivites/$siren/indicateurs', params: { siren } })
  }

  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
        Supprimer
      </Button>
      <Dialog opened={opened} onClose={close} title={fr`Supprimer cet indicateur ?`}>
        <Stack gap="md">
          <Text>
            Il va dans la corbeille avec ses valeurs, et disparaît des fiches et des axes liés. On peut l’en ressortir.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              Annuler
            </Button>
            <Button color="red" loading={loading} onClick={() => void confirm()}>
              Supprimer
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}
