import { Pill, PillsInput, type PillsInputProps } from '@mantine/core'
import type { FocusEventHandler, KeyboardEventHandler } from 'react'

/** As the field is once its list is there: closed, which none is described by yet. */
const AS_A_LIST = { role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': false } as const

/** A field of several values as it is before one is in it: the same to the eye and to screen readers, without its list. */
export function RestingPills({
  id,
  label,
  size,
  values,
  placeholder,
  rightSection,
  error,
  onRemove,
  onFocus,
  onKeyDown,
}: Pick<PillsInputProps, 'label' | 'size' | 'rightSection' | 'error'> & {
  id: string
  values: readonly { value: string; label: string }[]
  placeholder: string | undefined
  onRemove: (value: string) => void
  onFocus: FocusEventHandler
  onKeyDown: KeyboardEventHandler
}) {
  return (
    <PillsInput
      id={id}
      error={error}
      label={label}
      size={size}
      rightSection={rightSection}
      rightSectionPointerEvents="none"
    >
      <Pill.Group size={size}>
        {values.map((one) => (
          <Pill key={one.value} withRemoveButton onRemove={() => onRemove(one.value)}>
            {one.label}
          </Pill>
        ))}
        <PillsInput.Field
          id={id}
          {...AS_A_LIST}
          autoComplete="off"
          placeholder={placeholder}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        />
      </Pill.Group>
    </PillsInput>
  )
}
