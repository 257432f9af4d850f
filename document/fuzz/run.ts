import * as Y from 'yjs'
import type { BindingRules } from '../src/client/binding-rules.ts'
import { $createBlock } from '../src/client/write-block.ts'
import { flatBlock } from '../src/flat/block.ts'
import { PLAIN_BLOCK, PLAIN_TEXT } from '../src/flat/format.ts'
import { $getRoot, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { AnchorWatch } from './anchor-watch.ts'
import { checkPeer, shownBy } from './checks.ts'
import { Ledger, changedCharacters } from './ledger.ts'
import type { Verdict } from './ledger.ts'
import { MIXES, MIX_NAMES } from './mixes.ts'
import type { MixName, Step } from './mixes.ts'
import { Network } from './network.ts'
import { $characters, DELETING, OPERATIONS } from './operations.ts'
import { createPeer } from './peer.ts'
import type { Peer } from './peer.ts'
import { Random } from './random.ts'
import { watchMoves } from './watch-moves.ts'

/** How updates travel: all at the end of a round (`offline`), or one by one between the steps (`online`). */
export type Delivery = 'offline' | 'online'

export interface Scenario {
  seed: number
  mix: MixName
  peerCount: 2 | 3
  delivery: Delivery
  isEmoji: boolean
}

export interface RunResult extends Verdict {
  scenario: Scenario
  /** What went wrong, in words; empty when nothing did. */
  failures: string[]
  typed: number
  steps: Partial<Record<Step, number>>
  /** Local and remote edits that the bindings made of the steps. */
  edits: number
  /** Anchors of comments that were made. */
  anchors: number
}

const ROUNDS = 8
/**
 * Updates that wait in the editor until something commits them: a remote update must not lose them. The binding's own transform
 * commits every ordinary update at once, so these skip the transforms (which one line cannot do without).
 */
const BATCHED = 0.25
/** Updates in the middle of which remote ones come in. */
const INTERRUPTED = 0.15

/** Everything of a run follows from its seed. */
export function scenarioOf(seed: number, mixes: readonly MixName[] = MIX_NAMES): Scenario {
  const random = new Random(seed)
  return {
    seed,
    mix: random.pick(mixes),
    peerCount: random.chance(0.5) ? 2 : 3,
    delivery: random.chance(0.5) ? 'offline' : 'online',
    isEmoji: random.chance(0.25),
  }
}

/** Plays one scenario, and judges it. */
export function playRun(scenario: Scenario, rules?: BindingRules): RunResult {
  return new Run(scenario, rules).play()
}

class Run {
  readonly #scenario: Scenario
  readonly #random: Random
  readonly #ledger: Ledger
  readonly #peers: Peer[]
  readonly #network: Network
  readonly #anchors: AnchorWatch
  readonly #failures: string[] = []
  readonly #steps: Partial<Record<Step, number>> = {}
  /** Steps of each peer that are in no transaction yet. */
  readonly #unwritten = new Map<Peer, Step[]>()

  constructor(scenario: Scenario, rules: BindingRules | undefined) {
    this.#scenario = scenario
    this.#random = new Random(scenario.seed ^ 0x5bd1e995)
    this.#ledger = new Ledger(scenario.isEmoji)
    const documents = Array.from({ length: scenario.peerCount }, (_, i) => {
      const doc = new Y.Doc()
      // Yjs orders what comes in at one place by client id: either peer may be the lower one.
      doc.clientID = 1000 + (scenario.seed % 2 === 0 ? i : 9 - i)
      return doc
    })
    const shape = scenario.mix === 'line' ? 'line' : 'rich'
    this.#peers = documents.map((doc) => createPeer(doc, { shape, ...(rules && { rules }) }))
    for (const peer of this.#peers) {
      this.#unwritten.set(peer, [])
      watchMoves(peer, {
        takeSteps: () => this.#unwritten.get(peer)?.splice(0) ?? [],
        onMove: (characters) => this.#ledger.move(characters),
        onFailure: (failure) => this.#failures.push(failure),
      })
    }
    this.#network = new Network(this.#peers)
    this.#anchors = new AnchorWatch(scenario.seed)
  }

  play(): RunResult {
    try {
      this.#fill()
      for (let round = 0; round < ROUNDS && this.#failures.length === 0; round++) this.#playRound()
      this.#settle()
    } catch (error) {
      this.#failures.push(`thrown: ${error instanceof Error ? error.message : String(error)}`)
    }
    return this.#judge()
  }

  /** Three lines, as one peer typed them; the `empty` mix begins with nothing, not even a line end. */
  #fill(): void {
    const [first] = this.#peers
    if (!first || this.#scenario.mix === 'empty' || this.#random.chance(0.1)) return
    first.editor.update(
      () => {
        const lines = Array.from({ length: 3 }, () =>
          $createBlock(
            flatBlock({
              runs: [{ text: this.#ledger.type(12), format: PLAIN_TEXT }],
              format: PLAIN_BLOCK,
              ended: true,
            }),
          ),
        )
        $getRoot()
          .clear()
          .append(...lines)
      },
      { discrete: true },
    )
    this.#network.settle()
  }

  #playRound(): void {
    for (const peer of this.#peers) {
      const count = 1 + this.#random.below(4)
      for (let i = 0; i < count; i++) {
        this.#anchors.watch(peer)
        this.#step(peer)
        if (this.#scenario.delivery === 'online') this.#network.deliverSome(this.#random)
      }
    }
    if (this.#scenario.delivery === 'offline') this.#network.exchange(this.#random)
    for (const peer of this.#peers) this.#check(peer)
  }

  #step(peer: Peer): void {
    const step = this.#nextStep(peer)
    this.#steps[step] = (this.#steps[step] ?? 0) + 1
    if (step === 'undo' || step === 'redo') {
      this.#undoOrRedo(peer, step)
      return
    }
    this.#unwritten.get(peer)?.push(step)
    const isInterrupted = this.#random.chance(INTERRUPTED)
    peer.editor.update(
      () => {
        const before = $characters()
        OPERATIONS[step]({ random: this.#random, ledger: this.#ledger })
        const { gone } = changedCharacters(before, $characters())
        if (!DELETING.has(step) && gone.length > 0) this.#failures.push(`${step} took ${gone.length} characters away`)
        this.#ledger.delete(gone)
        if (isInterrupted) this.#network.deliver(peer)
      },
      this.#scenario.mix !== 'line' && this.#random.chance(BATCHED) ? { skipTransforms: true } : {},
    )
  }

  /** Under composition, a user composes. */
  #nextStep(peer: Peer): Step {
    if (peer.editor.isComposing()) return this.#random.chance(0.7) ? 'composeType' : 'composeEnd'
    const steps: readonly Step[] = MIXES[this.#scenario.mix]
    return this.#random.pick(steps)
  }

  #undoOrRedo(peer: Peer, step: 'undo' | 'redo'): void {
    peer.bound.flush()
    const before = peer.text.toString()
    if (this.#random.chance(0.5)) peer.editor.dispatchCommand(step === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined)
    else peer.bound[step]()
    const { gone, come } = changedCharacters(before, peer.text.toString())
    this.#ledger.undo(gone)
    this.#ledger.restore(come)
  }

  #check(peer: Peer): void {
    // What Lexical throws away is lost to its author, and so a failure of its own.
    this.#failures.push(...peer.errors.splice(0).map(({ message }) => `thrown away: ${message}`))
    // What comes in for a block under composition waits until it ends.
    if (peer.editor.isComposing()) return
    peer.bound.flush()
    this.#failures.push(...checkPeer(peer))
  }

  /** Everyone gets everything, until nothing is new: a commit may write. */
  #settle(): void {
    for (const { editor } of this.#peers) {
      if (editor.isComposing()) editor.update(OPERATIONS.composeEnd, { discrete: true })
    }
    for (let i = 0; i < 3; i++) {
      for (const peer of this.#peers) peer.bound.flush()
      this.#network.settle()
    }
    for (const peer of this.#peers) this.#check(peer)
    const [first, ...others] = this.#peers
    if (first && others.some((other) => shownBy(other) !== shownBy(first))) this.#failures.push('diverged')
    this.#failures.push(...this.#anchors.failures(this.#peers, this.#ledger))
  }

  #judge(): RunResult {
    const verdict = this.#ledger.judge(this.#peers[0]?.text.toString() ?? '')
    const failures = [
      ...this.#failures,
      ...(['lost', 'doubled', 'revived'] as const).filter((fate) => verdict[fate].length > 0),
    ]
    return {
      scenario: this.#scenario,
      failures,
      typed: this.#ledger.typedCount,
      steps: this.#steps,
      anchors: this.#anchors.count,
      edits: this.#peers.reduce((sum, { bound }) => sum + bound.counts.localEdits + bound.counts.remoteEdits, 0),
      ...verdict,
    }
  }
}
