import { useReadQuery } from '@apollo/client/react'
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconHistory, IconPrinter } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { useIsMember, useViewer } from '../../app/viewer.ts'
import { useLiveDocument } from '../../lib/live/use-live-document.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { useRightsNotice } from '../../ui/live/use-rights-notice.ts'
import { FichePageSkeleton } from '../../ui/page-skeletons.tsx'
import { Printed } from '../../ui/printing/printed.tsx'
import { PrintedFrom } from '../../ui/printing/printed-from.tsx'
import { FicheDoublons } from './doublons/fiche-doublons.tsx'
import { FicheBreadcrumbs } from './fiche-breadcrumbs.tsx'
import { FicheCharacteristics } from './fields/fiche-characteristics.tsx'
import { FicheFacts } from './fields/fiche-facts.tsx'
import { FieldPresenceProvider } from './fields/field-presence.tsx'
import { useFicheChanges } from './fields/use-fiche-changes.ts'
import { FicheIndicateurs } from './indicateurs/fiche-indicateurs.tsx'
import { FicheLiens } from './liens/fiche-liens.tsx'
import { GoneFiche } from './gone-fiche.tsx'
import { LiveFiche } from './live-fiche.tsx'
import { ParentLink } from './sections/sous-actions/parent-link.tsx'
import { FichePlacements } from './placements/fiche-placements.tsx'
import { FicheVisibilite } from './visibilite/fiche-visibilite.tsx'
import { PublicFiche } from './visitor/public-fiche.tsx'

const route = getRouteApi('/app/fiches/$ficheUuid')

/** A fiche: live for those who read it as an agent; as it is published for the others. */
export function FichePage() {
  const { data } = useReadQuery(route.useLoaderData())

  return data.fiche && !data.fiche.viewerCanOpen ? <PublicFiche fiche={data.fiche} /> : <OpenFiche />
}

/** Its texts, written by several people at once, and its facts. */
function OpenFiche() {
  const { data } = useReadQuery(route.useLoaderData())
  const { uuid: userId } = useViewer()
  const { fiche } = data
  const { ficheUuid } = route.useParams()
  const document = useLiveDocument({ kind: 'fiche', uuid: ficheUuid, userId })

  const isMember = useIsMember(fiche?.collectivite.siren)
  useRememberCollectivite(fiche?.collectivite.siren)
  useFicheChanges(ficheUuid)
  useRightsNotice(document)

  if (!document) return <FichePageSkeleton />
  if (!fiche) return <GoneFiche document={document} userId={userId} />
  return (
    // Another document has editors of its own.
    <FieldPresenceProvider key={document.doc.guid} document={document} ownUserId={userId}>
      <LiveFiche
        document={document}
        titre={fiche.titre}
        userId={userId}
        breadcrumbs={
          <>
            <PrintedFrom collectivite={fiche.collectivite} />
            <Group justify="space-between" align="flex-start" gap="xs">
              <div>
                {!isMember && (
                  <Text size="sm" c="dimmed">
                    Partagée par {fiche.collectivite.nom}
                  </Text>
                )}
                <FicheBreadcrumbs fiche={fiche} isMember={isMember} />
                <ParentLink fiche={fiche} />
              </div>
              <Group gap="xs">
                {isMember && (
                  <ButtonLink
                    to="/fiches/$ficheUuid/journal"
                    params={{ ficheUuid }}
                    variant="subtle"
                    color="gray"
                    size="compact-sm"
                    leftSection={<IconHistory size={16} aria-hidden />}
                  >
                    Journal
                  </ButtonLink>
                )}
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  leftSection={<IconPrinter size={16} aria-hidden />}
                  onClick={() => window.print()}
                >
                  Imprimer
                </Button>
                <FicheVisibilite fiche={fiche} />
              </Group>
            </Group>
          </>
        }
        missing={fiche}
        facts={
          <Stack gap="md">
            <FicheFacts fiche={fiche} />
            <FicheIndicateurs fiche={fiche} />
            <FichePlacements fiche={fiche} />
            <FicheLiens fiche={fiche} />
            {isMember && <Printed key={ficheUuid} screen={<FicheDoublons ficheUuid={ficheUuid} />} paper={null} />}
          </Stack>
        }
        characteristics={<FicheCharacteristics fiche={fiche} />}
        lists={fiche}
      />
    </FieldPresenceProvider>
  )
}
