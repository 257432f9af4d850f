import { Paper, type ElementProps, type PaperProps } from '@mantine/core'
import classes from './surface.module.css'

/** A sheet on the page: forms, lists, side panels. */
export function Surface(props: PaperProps & ElementProps<'div', keyof PaperProps>) {
  return <Paper radius="md" {...props} className={`${classes.surface} ${props.className ?? ''}`} />
}
