import { useQuery } from '@apollo/client/react'
import { Skeleton, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ReceivedInvitationQuery } from '../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { fr } from '../../lib/text/french.ts'
import { ROLE_DESCRIPTIONS, ROLE_LABELS } from '../../lib/vocabulary/roles.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { AcceptForm } from './accept-form.tsx'
import { invitationQuery } from './invitation-query.ts'
import { OtherAccount } from './other-account.tsx'
import { SessionPage } from './session-page.tsx'

const route = getRouteApi('/invitation')

/** Where the link of an invitation leads: a new person makes their account, someone who has one joins. */
export function InvitationPage() {
  const { token = '' } = route.useSearch()
  const { data, error } = useQuery(invitationQuery, { variables: { token }, fetchPolicy: 'no-cache' })

  if (error) return <Message title="Invitation">{UNEXPECTED_ERROR}</Message>
  if (!data) return <Loading />
  const { invitation, viewer } = data
  if (!invitation) {
    return (
      <Message title="Invitation introuvable">
        Ce lien n’ouvre rien : il est incomplet, ou l’invitation a été annulée ou renvoyée depuis. Cherchez le message
        le plus récent, ou demandez-en un autre à votre collectivité.
      </Message>
    )
  }
  if (invitation.etat === 'ACCEPTEE') {
    return (
      <Message title="Invitation déjà acceptée">{fr`Vous pouvez vous connecter avec ${invitation.email}.`}</Message>
    )
  }
  if (invitation.etat === 'EXPIREE') {
    return (
      <Message title="Invitation expirée">
        {fr`Demandez à ${invitation.invitePar ?? invitation.collectiviteNom} de vous la renvoyer.`}
      </Message>
    )
  }
  return (
    <SessionPage title={`Rejoindre ${invitation.collectiviteNom}`}>
      <Offer invitation={invitation} />
      {viewer && viewer.email !== invitation.email ? (
        <OtherAccount email={viewer.email} invited={invitation.email} />
      ) : (
        <Answer token={token} invitation={invitation} signedIn={viewer !== null} />
      )}
    </SessionPage>
  )
}

type Invitation = NonNullable<ReceivedInvitationQuery['invitation']>

function Offer({ invitation }: { invitation: Invitation }) {
  const { invitePar, role } = invitation
  return (
    <Text>
      {invitePar ?? 'Un administrateur'} vous invite avec le rôle <strong>{ROLE_LABELS[role].toLowerCase()}</strong>.{' '}
      {ROLE_DESCRIPTIONS[role]}
    </Text>
  )
}

function Answer({ token, invitation, signedIn }: { token: string; invitation: Invitation; signedIn: boolean }) {
  if (invitation.aUnCompte && !signedIn) {
    return (
      <>
        <Text>{fr`${invitation.email} a déjà un compte : connectez-vous, et revenez ici.`}</Text>
        <ButtonLink to="/connexion" search={{ retour: `/invitation?token=${encodeURIComponent(token)}` }} fullWidth>
          Se connecter
        </ButtonLink>
      </>
    )
  }
  return <AcceptForm token={token} email={invitation.email} isNew={!signedIn} />
}

function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <SessionPage title={title}>
      <Text>{children}</Text>
      <ButtonLink to="/connexion" variant="default" fullWidth>
        Aller à la connexion
      </ButtonLink>
    </SessionPage>
  )
}

function Loading() {
  return (
    <SessionPage title="Invitation">
      <Stack gap="sm" aria-busy>
        <Skeleton h={16} />
        <Skeleton h={16} w="60%" />
        <Skeleton h={36} mt="md" />
      </Stack>
    </SessionPage>
  )
}
