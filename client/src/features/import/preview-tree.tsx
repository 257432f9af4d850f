import { Text } from '@mantine/core'
import { counted } from '../../lib/text/french.ts'
import type { ImportPreview, PreviewAxe, PreviewFiche } from './import-api.ts'
import classes from './preview-tree.module.css'

/** Past it, axes are folded at first: the page stays quick to draw. */
const MAX_UNFOLDED_FICHES = 300

/** The axes and fiches that a file would become. */
export function PreviewTree({ preview: { axes, fiches, counts } }: { preview: ImportPreview }) {
  const open = counts.fiches <= MAX_UNFOLDED_FICHES
  return (
    <>
      <Fiches fiches={fiches} />
      {axes.map((axe, index) => (
        <Axe key={index} axe={axe} open={open} />
      ))}
    </>
  )
}

function Axe({ axe, open }: { axe: PreviewAxe; open: boolean }) {
  const count = countFiches(axe)
  return (
    <details className={classes.axe} open={open}>
      <summary className={classes.summary}>
        <span className={classes.nom}>{axe.nom}</span>{' '}
        <Text span size="sm" c="dimmed">
          {counted(count, 'fiche', 'fiches')}
        </Text>
      </summary>
      <div className={classes.inside}>
        <Fiches fiches={axe.fiches} />
        {axe.axes.map((child, index) => (
          <Axe key={index} axe={child} open={open} />
        ))}
      </div>
    </details>
  )
}

function Fiches({ fiches }: { fiches: readonly PreviewFiche[] }) {
  if (fiches.length === 0) return null
  return (
    <ul className={classes.fiches}>
      {fiches.map(({ row, titre, sousActions }) => (
        <li key={row}>
          {titre}
          {sousActions.length > 0 && (
            <ul className={classes.fiches}>
              {sousActions.map((sousAction, index) => (
                <li key={index}>{sousAction}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function countFiches({ fiches, axes }: PreviewAxe): number {
  return axes.reduce((count, axe) => count + countFiches(axe), fiches.length)
}
