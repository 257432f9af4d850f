import { useMutation } from '@apollo/client/react'
import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLock, IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import { fr } from '../../../lib/text/french.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { useIsPrinting } from '../../../lib/printing/use-is-printing.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { showRefusal } from '../../../ui/show-refusal.ts'
import { FicheOctrois } from './fiche-octrois.tsx'
import classes from './fiche-visibilite.module.css'

const ficheVisibilite = graphql(`
  fragment FicheVisibilite on Fiche {
    id
    uuid
    restreinte
    viewerCanRestrict
    viewerCanManageAccess
  }
`)

const restrictMutation = graphql(`
  mutation RestrictFiche($input: RestrictFicheInput!) {
    restrictFiche(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RestrictFicheSuccess {
        fiche {
          id
          ...FicheVisibilite
        }
      }
    }
  }
`)

const CHOICES = [
  { restreinte: false, label: 'Visible par qui lit le plan', help: 'Hors plan : par les membres de la collectivité.' },
  {
    restreinte: true,
    label: 'Restreinte',
    help: 'Ses pilotes, les admins et qui y a reçu un accès, sous-actions comprises.',
  },
] as const

/** Who reads a fiche: said to everyone when it is restricted, chosen by those who may. */
export function FicheVisibilite({ fiche }: { fiche: FragmentType<typeof ficheVisibilite> }) {
  const { id, uuid, restreinte, viewerCanRestrict, viewerCanManageAccess } = readFragment(ficheVisibilite, fiche)
  const [giving, { open, close }] = useDisclosure(false)
  const [restrict, { loading }] = useMutation(restrictMutation)
  const isPrinting = useIsPrinting()
  const label = restreinte ? 'Restreinte' : 'Visibilité'
  const icon = restreinte ? <IconLock size={16} aria-hidden /> : <IconUsersGroup size={16} aria-hidden />

  async function choose(chosen: boolean) {
    if (chosen === restreinte) return
    const { data } = await restrict({ variables: { input: { ficheId: id, restreinte: chosen } } }).catch(() => ({
      data: null,
    }))
    if (data?.restrictFiche.__typename !== 'RestrictFicheSuccess') {
      showRefusal(data?.restrictFiche.message ?? UNEXPECTED_ERROR)
    }
  }

  if (!viewerCanRestrict || (isPrinting && restreinte)) {
    return restreinte ? (
      <span className={classes.restricted}>{icon} Restreinte à ses pilotes, aux admins et à qui y a reçu un accès</span>
    ) : null
  }
  return (
    <>
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <Button
            variant={restreinte ? 'light' : 'subtle'}
            color="gray"
            size="compact-sm"
            loading={loading}
            leftSection={icon}
            aria-label={fr`${label} : ${restreinte ? 'ses pilotes, les admins et qui y a reçu un accès' : 'qui lit le plan'}. Changer`}
          >
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup value={String(restreinte)} onChange={(value) => void choose(value === 'true')}>
            {CHOICES.map((choice) => (
              <Menu.RadioItem key={choice.label} value={String(choice.restreinte)}>
                <div>{choice.label}</div>
                <div className={classes.help}>{choice.help}</div>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          {viewerCanManageAccess && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconUserPlus size={16} aria-hidden />} onClick={open}>
                Accès donnés…
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={giving} onClose={close} title="Accès donnés sur la fiche">
        <FicheOctrois uuid={uuid} />
      </Dialog>
    </>
  )
}
