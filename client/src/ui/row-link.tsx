import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import classes from './row-link.module.css'

/** The name of a thing in its row: a link as large as the row, which is positioned. */
export const RowLink = createLink(({ className = '', children, ...props }: ComponentProps<'a'>) => (
  <a {...props} className={`${classes.link} ${className}`}>
    {children}
  </a>
))
