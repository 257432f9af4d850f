import { Button, Group, Stack, Text, Title } from '@mantine/core'
import classes from './styles-page.module.css'

const COLORS = [
  '--pupitre-page',
  '--pupitre-surface',
  '--pupitre-line',
  '--pupitre-control-line',
  '--pupitre-hover',
  '--mantine-color-text',
  '--mantine-color-dimmed',
  '--mantine-color-anchor',
  '--mantine-color-error',
  '--mantine-color-encre-filled',
]

const SIZES = ['xs', 'sm', 'md', 'lg', 'xl'] as const
const ORDERS = [1, 2, 3, 4] as const

/** Colours, letters, spaces and buttons: what components are drawn with. */
export function Foundations() {
  return (
    <section aria-label="Fondations">
      <Stack gap="lg">
        <Group gap="sm">
          {COLORS.map((name) => (
            <div key={name} className={classes.swatch}>
              <div className={classes.color} style={{ background: `var(${name})` }} />
              <code>{name}</code>
            </div>
          ))}
        </Group>
        <div>
          {ORDERS.map((order) => (
            <Title key={order} order={2} size={`h${order}`}>
              Titre de niveau {order}, Public Sans
            </Title>
          ))}
          {SIZES.map((size) => (
            <Text key={size} size={size}>
              Texte {size} : « Où, naïf Zoé ? » 0123456789
            </Text>
          ))}
          <Text size="sm" c="dimmed">
            Texte secondaire
          </Text>
        </div>
        <div>
          {SIZES.map((size) => (
            <Group key={size} gap="xs">
              <Text size="xs" w={24}>
                {size}
              </Text>
              <div className={classes.space} style={{ width: `var(--mantine-spacing-${size})` }} />
            </Group>
          ))}
        </div>
        <Group gap="sm">
          <Button>Principal</Button>
          <Button variant="default">Secondaire</Button>
          <Button variant="subtle">Discret</Button>
          <Button color="red.9">Ne se reprend pas</Button>
          <Button disabled>Pas encore</Button>
          <Button loading>En cours</Button>
        </Group>
      </Stack>
    </section>
  )
}
