import type { ComponentProps } from 'react'
import classes from './plain-list.module.css'

/** A list that is not prose: it shows no marks, and stays a list for screen readers. */
export function PlainList({ className = '', ...props }: ComponentProps<'ul'>) {
  // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari tells of a list without marks only by its role
  return <ul role="list" {...props} className={`${classes.list} ${className}`} />
}
