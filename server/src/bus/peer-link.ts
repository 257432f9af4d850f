/** What a message between processes is for. */
export type Topic = 'documents' | 'changes' | 'spending'

export interface PeerMessage {
  /** The process that sent it. */
  peer: string
  topic: Topic
  body: Uint8Array
}

/**
 * The way from this process to the others of the same Pupitre. What goes over it may be lost: PostgreSQL has the truth, and
 * `onMissed` says when to look there.
 */
export interface PeerLink {
  /** Whether messages come and go now, as far as this process can tell. */
  readonly isReachable: boolean
  /** For how long nothing could be heard; 0 while messages come. */
  readonly unheardMs: number
  /** Tells the others. Never waits, never throws; what cannot leave now is dropped. */
  send(topic: Topic, body: Uint8Array): void
  onMessage(listener: (message: PeerMessage) => void): void
  /** Something that others told may not have come here. */
  onMissed(listener: () => void): void
  /** Another process is there, for the first time or again. */
  onPeerHere(listener: (peer: string) => void): void
  /** Another process has left, or says nothing any more. */
  onPeerGone(listener: (peer: string) => void): void
  close(): Promise<void>
}
