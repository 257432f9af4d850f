import { useQuery } from '@apollo/client/react'
import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { momentText } from '../../lib/text/dates.ts'
import { ReadFailed } from '../../ui/fields/read-failed.tsx'
import { JournalDays } from '../../ui/journal/journal-days.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { nouvellesQuery } from './pupitre-query.ts'

/**
 * What others did of one's fiches and plans since one's last visit; nothing at the first.
 *
 * @param depuis the instant when that visit ended
 */
export function Nouvelles({ siren, depuis }: { siren: string; depuis: string | null }) {
  if (depuis === null) return null
  return (
    <Stack component="section" gap="xs" aria-labelledby="nouvelles">
      <Title order={2} id="nouvelles">
        Depuis votre dernière visite
      </Title>
      <Text size="sm" c="dimmed">
        {`Ce que d’autres ont changé de vos fiches et de vos plans depuis ${momentText(depuis)}.`}
      </Text>
      <Actes siren={siren} depuis={depuis} />
    </Stack>
  )
}

function Actes({ siren, depuis }: { siren: string; depuis: string }) {
  const { data, error, refetch } = useQuery(nouvellesQuery, {
    variables: { siren, depuis },
    fetchPolicy: 'cache-and-network',
  })
  const actes = data?.collectivite?.actes

  if (!actes && error) return <ReadFailed onRetry={() => void refetch().catch(() => undefined)} />
  if (!actes) return <Skeleton h={96} />
  if (actes.edges.length === 0) return <Text>Rien n’a changé.</Text>
  return (
    <div>
      <JournalDays actes={actes.edges.map(({ node }) => node)} siren={siren} order={3} />
      {actes.pageInfo.hasNextPage && (
        <AnchorLink size="sm" to="/collectivites/$siren/journal" params={{ siren }}>
          Voir la suite dans le journal
        </AnchorLink>
      )}
    </div>
  )
}
