import { notifications } from '@mantine/notifications'

/**
 * Says that what was asked was not done, and why: a French sentence that says what to do. It stays until it is closed, and
 * waits behind no notice.
 */
export function showRefusal(message: string): void {
  notifications.show({
    color: 'red',
    title: 'Rien n’a changé',
    message,
    autoClose: false,
    priority: 1,
    role: 'alert',
  })
}
