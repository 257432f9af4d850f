import { MultiSelect, type MultiSelectProps } from '@mantine/core'

/** Several values among those of a list. */
export function ChoicesSelect(props: MultiSelectProps) {
  return <MultiSelect {...props} />
}
