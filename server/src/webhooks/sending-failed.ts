import type { WebhookFailure } from '@pupitre/prisma'

/** An event was not sent, or its receiver did not take it. */
export class SendingFailed extends Error {
  override readonly name = 'SendingFailed'
  readonly failure: WebhookFailure

  constructor(failure: WebhookFailure, options?: ErrorOptions) {
    super(failure, options)
    this.failure = failure
  }
}
