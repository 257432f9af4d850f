import { useDisclosure } from '@mantine/hooks'

/**
 * A dialog that its page opens, or that the address of the page asks for.
 *
 * @param forget takes that out of the address, once the dialog is closed
 */
export function useAskedDialog({ asked, forget }: { asked: boolean; forget: () => void }) {
  const [opened, { open, close }] = useDisclosure(false)

  return {
    opened: opened || asked,
    open,
    close: () => {
      close()
      if (asked) forget()
    },
  }
}
