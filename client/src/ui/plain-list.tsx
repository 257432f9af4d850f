import type { ComponentPropsWithoutRef } from 'react'
import classes from './plain-list.module.css'

interface PlainListProps extends ComponentPropsWithoutRef<'ul'> {
  /** Whether the order says something. */
  ordered?: boolean
}

/** A list that is not prose: it shows no marks, and stays a list for screen readers. */
export function PlainList({ ordered = false, className = '', ...props }: PlainListProps) {
  const given = { ...props, className: `${classes.list} ${className}` }
  // Safari tells of a list without marks only by its role.
  // oxlint-disable-next-line jsx-a11y/no-redundant-roles
  return ordered ? <ol role="list" {...given} /> : <ul role="list" {...given} />
}
