import { Tooltip, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { initials } from '../../../lib/text/initials.ts'
import { useFieldPresence } from './field-presence.tsx'
import classes from './fields.module.css'

/**
 * One field of a fiche: its label, the colleagues who are in it, and its control or its value.
 *
 * @param name its name in the API, by which colleagues' pages know it
 * @param htmlFor id of the control that the label names; without it, the value is only read
 */
export function Field({
  name,
  label,
  htmlFor,
  children,
}: {
  name: string
  label: string
  htmlFor?: string
  children: ReactNode
}) {
  const { users, bind } = useFieldPresence(name)
  const Label = htmlFor ? 'label' : 'span'

  return (
    <div className={classes.field} data-field={name} {...bind}>
      <div className={classes.head}>
        <Label className={classes.label} {...(htmlFor && { htmlFor })}>
          {label}
        </Label>
        {users.map(({ id, name: userName, color }) => (
          <Tooltip key={id} label={userName}>
            <span className={classes.here} style={{ borderColor: color }}>
              <span aria-hidden>{initials(userName)}</span>
              <VisuallyHidden>{userName} est ici</VisuallyHidden>
            </span>
          </Tooltip>
        ))}
      </div>
      {children}
    </div>
  )
}

/** A value that is only read; empty, the field says so. */
export function ReadValue({ children }: { children: ReactNode }) {
  const isEmpty = children === null || children === undefined || children === '' || children === false
  return isEmpty ? (
    <div className={classes.missing}>Non renseigné</div>
  ) : (
    <div className={classes.value}>{children}</div>
  )
}
