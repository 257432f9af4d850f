import type { Tx } from './transaction.ts'

/**
 * A message to write to somebody. It names what it tells of, and holds none of its secrets: the link in it is made when it is
 * sent, so that a copy of the queue opens nothing.
 */
export type Letter =
  | { kind: 'invitation'; invitationId: string }
  /** To whoever has an account with this address; to nobody, without a word, when no one has. */
  | { kind: 'passwordReset'; email: string }
  | { kind: 'emailVerification'; userId: string }
  /** To the address that somebody wants to have: it becomes theirs by the link in it. */
  | { kind: 'emailChange'; userId: string; newEmail: string }
  /** To the address that they have: that another was asked for. */
  | { kind: 'emailChangeNotice'; userId: string; email: string; newEmail: string }
  /** To an admin: a webhook of their collectivité was given up. */
  | { kind: 'webhookDisabled'; webhookId: string; userId: string }

/** What the domain asks of the mail. */
export interface Mail {
  /** Sends letters once the transaction is committed, and not at all if it is undone. */
  post(tx: Tx, letters: readonly Letter[]): Promise<void>
  /**
   * The secret of an invitation's link, drawn from the server's own key: it is stored nowhere, and changes with the date, so
   * that inviting again makes the former link useless.
   */
  secretOf(invitation: { id: string; expiresAt: Date }): string
}
