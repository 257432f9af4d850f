import { Group, Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import classes from './page.module.css'

/** Widths of the rows, in percent: uneven, as titles are. */
const ROWS = [62, 48, 71, 55, 66, 40]

/** A page of rows on its way, as wide as the page will be. */
export function ListPageSkeleton({ wide = false }: { wide?: boolean }) {
  return (
    <div className={classes.page} data-wide={wide || undefined} aria-busy>
      <VisuallyHidden component="h1">Chargement…</VisuallyHidden>
      <Skeleton h={32} w="40%" mb="sm" />
      <Skeleton h={16} w="22%" mb="xl" />
      <Stack gap="lg">
        {ROWS.map((width) => (
          <Group key={width} justify="space-between" wrap="nowrap">
            <Skeleton h={18} w={`${width}%`} />
            <Skeleton h={18} w={88} />
          </Group>
        ))}
      </Stack>
    </div>
  )
}

/** The same, of a page which is wide. */
export function WideListPageSkeleton() {
  return <ListPageSkeleton wide />
}

/** A fiche on its way: its title, its facts, its texts. */
export function FichePageSkeleton() {
  return (
    <div className={classes.page} data-wide aria-busy>
      <VisuallyHidden component="h1">Chargement…</VisuallyHidden>
      <Skeleton h={14} w="35%" mb="md" />
      <Skeleton h={34} w="65%" mb="xl" />
      <TextsSkeleton />
    </div>
  )
}

/** The texts of a fiche on their way. */
export function TextsSkeleton() {
  return (
    <Stack gap="xl">
      {ROWS.slice(0, 3).map((width) => (
        <Stack key={width} gap="sm">
          <Skeleton h={18} w={120} />
          <Skeleton h={14} />
          <Skeleton h={14} w={`${width}%`} />
        </Stack>
      ))}
    </Stack>
  )
}
