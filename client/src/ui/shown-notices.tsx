import { Notifications } from '@mantine/notifications'

/** The notices of the page. */
export function ShownNotices() {
  return <Notifications position="bottom-right" limit={3} />
}
