import { useQuery } from '@apollo/client/react'
import { Button, Text } from '@mantine/core'
import { IconArrowBackUp, IconEye } from '@tabler/icons-react'
import { graphql } from '../../gql/gql.ts'
import { type SeeingAs, seeingAs, stopSeeingAs } from '../../lib/seeing-as.ts'
import { fr } from '../../lib/text/french.ts'
import { roleLabel } from '../../lib/vocabulary/roles.ts'
import classes from './seeing-as-banner.module.css'
import { useBannerHeight } from './use-banner-height.ts'

const roleQuery = graphql(`
  query SeenRole {
    viewer {
      membres(first: 100) {
        edges {
          node {
            id
            role
          }
        }
      }
    }
  }
`)

/** Over every page, while an admin sees the application as one of their members does; nothing otherwise. */
export function SeeingAsBanner() {
  return seeingAs && <Banner seen={seeingAs} />
}

function Banner({ seen: { nom } }: { seen: SeeingAs }) {
  // Each page asks who is there.
  const { data } = useQuery(roleQuery, { fetchPolicy: 'cache-only' })
  const role = data?.viewer?.membres?.edges?.[0]?.node?.role
  const ref = useBannerHeight()

  return (
    <aside ref={ref} className={classes.banner} aria-label="Voir en tant que">
      <IconEye size={20} stroke={1.8} aria-hidden className={classes.icon} />
      <Text size="sm" className={classes.words}>
        Vous voyez Pupitre comme{' '}
        <Text component="strong" inherit fw={700}>
          {nom}
        </Text>
        {role && ` (${roleLabel(role).toLocaleLowerCase('fr')})`}. {fr`Rien ne peut être modifié.`}
      </Text>
      <Button
        size="compact-sm"
        variant="white"
        color="dark"
        className={classes.back}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={stopSeeingAs}
      >
        Revenir à moi
      </Button>
    </aside>
  )
}
