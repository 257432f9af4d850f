/** Somebody who types in the fiche of a scene. */
export interface Participant {
  readonly name: string
  /** Own marks of which nobody has said that they are durable. */
  readonly pending: number
  /** Whether they have all that the server had when they last came. */
  readonly isSynced: boolean
  type(random: () => number): void
  readText(): Promise<string> | string
  /** What they are told of their work, for the one who asks why it does not arrive. */
  readState(): Promise<string> | string
  leave(): void
}
