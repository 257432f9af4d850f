import { TextInput } from '@mantine/core'
import { expiryDays } from './expiry.ts'

/** The last day of a key, a year from now unless another is chosen. The form has it as `expiration`. */
export function ExpiryField() {
  const { first, last } = expiryDays()
  return (
    <TextInput
      type="date"
      label="Valable jusqu’au"
      description="Ce jour compris, un an au plus. Elle se renouvelle."
      name="expiration"
      defaultValue={last}
      min={first}
      max={last}
      required
      withAsterisk={false}
    />
  )
}
