import { useMutation } from '@apollo/client/react'
import { Button, Group, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { PupitreQuery } from '../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { seeingAs } from '../../lib/seeing-as.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import { showRefusal } from '../../ui/show-refusal.ts'
import { Surface } from '../../ui/surface.tsx'
import { PAS } from './pas.tsx'
import { dismissPremiersPasMutation } from './pupitre-query.ts'
import classes from './pupitre.module.css'

type Pas = NonNullable<PupitreQuery['pupitre']>['premiersPas'][number]

/** What one does first, as far as the data says that it is not done; put away for good by a button, and by itself once all is. */
export function PremiersPas({
  collectiviteId,
  siren,
  pas,
}: {
  collectiviteId: string
  siren: string
  pas: readonly Pas[]
}) {
  const [away, setAway] = useState(false)
  const [dismiss] = useMutation(dismissPremiersPasMutation, { refetchQueries: ['Pupitre'] })
  const done = pas.filter(({ fait }) => fait).length

  async function putAway() {
    setAway(true)
    const { data } = await dismiss({ variables: { input: { collectiviteId } } }).catch(() => ({ data: null }))
    if (data?.dismissPremiersPas.__typename === 'DismissPremiersPasSuccess') return
    setAway(false)
    showRefusal(data?.dismissPremiersPas.message ?? UNEXPECTED_ERROR)
  }

  if (away || done === pas.length) return null
  return (
    <section aria-labelledby="premiers-pas">
      <Surface className={classes.pas}>
        <Group justify="space-between" gap="sm">
          <Title order={2} id="premiers-pas">
            Pour commencer{' '}
            <Text span size="sm" c="dimmed" fw={400}>
              {`${done} sur ${pas.length}`}
            </Text>
          </Title>
          {!seeingAs && (
            <Button variant="subtle" color="gray" c="inherit" size="compact-sm" onClick={() => void putAway()}>
              Ne plus afficher
            </Button>
          )}
        </Group>
        <PlainList ordered className={classes.steps}>
          {pas.map((one) => (
            <Step key={one.code} pas={one} siren={siren} />
          ))}
        </PlainList>
      </Surface>
    </section>
  )
}

function Step({ pas: { code, fait }, siren }: { pas: Pas; siren: string }) {
  const { label, why, links } = PAS[code]
  const Mark = fait ? IconCircleCheck : IconCircle

  return (
    <li className={classes.step} data-done={fait || undefined}>
      <Mark size={22} stroke={1.6} aria-hidden className={classes.mark} />
      <div>
        <Text fw={600}>
          {label}
          {fait && <VisuallyHidden> (fait)</VisuallyHidden>}
        </Text>
        {!fait && (
          <>
            <Text size="sm" c="dimmed">
              {why}
            </Text>
            <Group gap="md" mt={4}>
              {links(siren)}
            </Group>
          </>
        )}
      </div>
    </li>
  )
}
