import { ActionIcon, Divider, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import type { BeneficiaireInput, Ouverture } from '../../gql/graphql.ts'
import { PlainList } from '../plain-list.tsx'
import { type Answered, useChange } from '../fields/use-change.ts'
import { showUndo } from '../show-undo.tsx'
import { GrantForm } from './grant-form.tsx'
import { type Grantee, granteeOf } from './grantee.ts'
import { NiveauSelect } from './niveau-select.tsx'
import { octroiFragment } from './octroi-fragment.ts'
import classes from './octrois.module.css'

/** The accesses given on something: whom each names, what it lets them do; and the way to give, change and take back. Each is kept at once. */
export function Octrois({
  siren,
  octrois,
  niveaux,
  grant,
  revoke,
}: {
  /** Of the collectivité that gives them. */
  siren: string
  octrois: readonly FragmentType<typeof octroiFragment>[]
  /** What each level lets one do there. */
  niveaux: Record<Ouverture, string>
  grant: (beneficiaire: BeneficiaireInput, niveau: Ouverture) => Promise<Answered | null | undefined>
  revoke: (octroiId: string) => Promise<Answered | null | undefined>
}) {
  const given = octrois.map((octroi) => {
    const { id, niveau, ...named } = readFragment(octroiFragment, octroi)
    return { id, niveau, grantee: granteeOf({ id, niveau, ...named }, siren) }
  })
  const { change } = useChange()
  const give = (grantee: Grantee, niveau: Ouverture) => void change({ send: () => grant(grantee.input, niveau) })

  async function takeBack({ id, niveau, grantee }: (typeof given)[number]) {
    const done = await change({ send: () => revoke(id) })
    if (done) showUndo({ message: `Accès retiré à ${grantee.nom}.`, onUndo: () => give(grantee, niveau) })
  }

  return (
    <Stack gap="md">
      {given.length === 0 ? (
        <Text c="dimmed">Aucun accès donné : seuls comptent les rôles.</Text>
      ) : (
        <PlainList aria-label="Accès donnés">
          {given.map(({ id, niveau, grantee }) => (
            <li key={id} className={classes.row}>
              <div className={classes.words}>
                <Text fw={600}>{grantee.nom}</Text>
                <Text size="sm" c="dimmed">
                  {grantee.detail}
                </Text>
              </div>
              <NiveauSelect
                aria-label={`Ce que peut ${grantee.nom}`}
                niveau={niveau}
                onChange={(chosen) => give(grantee, chosen)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={`Retirer l’accès de ${grantee.nom}`}
                onClick={() => void takeBack({ id, niveau, grantee })}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </PlainList>
      )}
      <Divider label="Donner un accès" labelPosition="left" />
      <GrantForm
        siren={siren}
        niveaux={niveaux}
        exceptKeys={given.map(({ grantee }) => grantee.key)}
        onGrant={(grantee, niveau) => grant(grantee.input, niveau)}
      />
    </Stack>
  )
}
