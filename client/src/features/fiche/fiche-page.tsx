import { useReadQuery } from '@apollo/client/react'
import { Group, Stack } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { useViewer } from '../../app/viewer.ts'
import { useLiveDocument } from '../../lib/live/use-live-document.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { FichePageSkeleton } from '../../ui/page-skeletons.tsx'
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
import { useRightsNotice } from './use-rights-notice.ts'
import { FicheVisibilite } from './visibilite/fiche-visibilite.tsx'

const route = getRouteApi('/app/fiches/$ficheUuid')

/** A fiche: its texts, written by several people at once, and its facts. */
export function FichePage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { uuid: userId } = useViewer()
  const { fiche } = data
  const { ficheUuid } = route.useParams()
  const document = useLiveDocument({ kind: 'fiche', uuid: ficheUuid, userId })

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
          <Group justify="space-between" align="flex-start" gap="xs">
            <div>
              <FicheBreadcrumbs fiche={fiche} />
              <ParentLink fiche={fiche} />
            </div>
            <Group gap="xs">
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
              <FicheVisibilite fiche={fiche} />
            </Group>
          </Group>
        }
        facts={
          <Stack gap="md">
            <FicheFacts fiche={fiche} />
            <FicheIndicateurs fiche={fiche} />
            <FichePlacements fiche={fiche} />
            <FicheLiens fiche={fiche} />
          </Stack>
        }
        characteristics={<FicheCharacteristics fiche={fiche} />}
        lists={fiche}
      />
    </FieldPresenceProvider>
  )
}
