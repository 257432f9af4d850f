import { Alert } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { localDay, longDate } from '../../../lib/text/dates.ts'
import { fr } from '../../../lib/text/french.ts'
import { planArchive } from './plan-archive-fragment.ts'

/** Says of an archived plan since when it is, and who may take it out of the archives. */
export function ArchiveBanner({ plan }: { plan: FragmentType<typeof planArchive> }) {
  const { archivedAt, viewerCanArchive } = readFragment(planArchive, plan)

  if (!archivedAt) return null
  return (
    <Alert
      variant="light"
      color="gray"
      mb="md"
      icon={<IconArchive aria-hidden />}
      title={`Plan archivé le ${longDate(localDay(archivedAt))}`}
    >
      {viewerCanArchive
        ? fr`Il se lit comme avant, et plus rien ne s’y modifie. Vous pouvez le sortir des archives par le menu du plan.`
        : fr`Il se lit comme avant, et plus rien ne s’y modifie. Un admin, ou un éditeur qui peut le modifier, peut le sortir des archives.`}
    </Alert>
  )
}
