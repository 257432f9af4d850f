import { anchorOf, type Anchor } from '../src/anchors/anchor.ts'
import { decodeAnchor, encodeAnchor } from '../src/anchors/anchor-bytes.ts'
import { fieldCharacters } from '../src/anchors/field-characters.ts'
import { locateAnchors } from '../src/anchors/locate-anchors.ts'
import type { Ledger } from './ledger.ts'
import type { Peer } from './peer.ts'
import { Random } from './random.ts'

interface Watched {
  anchor: Anchor
  /** The characters that it was made of, line ends left out. */
  characters: string[]
}

const MADE = 0.1
const LENGTH = 12

/** Anchors made here and there in a run, and judged at its end (docs/anchors-spec.md). */
export class AnchorWatch {
  readonly #random: Random
  readonly #watched: Watched[] = []

  /** Draws from numbers of its own: a run is the same with or without it. */
  constructor(seed: number) {
    this.#random = new Random(seed ^ 0x2545f491)
  }

  get count(): number {
    return this.#watched.length
  }

  /** Sometimes, a user comments on a stretch of what their document holds now. */
  watch({ text }: Peer): void {
    if (!this.#random.chance(MADE)) return
    const all = [...fieldCharacters(text)]
    const first = this.#random.below(all.length + 1)
    const chosen = all.slice(first, first + 1 + this.#random.below(LENGTH))
    // Embeds are all alike: where one ends up cannot be told.
    const characters = chosen.filter((character) => character !== '\n')
    if (characters.length === 0 || characters.some((character) => !isTyped(character))) return
    const from = all.slice(0, first).join('').length
    const anchor = decodeAnchor(encodeAnchor(anchorOf(text, { from, to: from + chosen.join('').length })))
    if (anchor) this.#watched.push({ anchor, characters })
  }

  /** What is wrong once everyone has everything, in words. */
  failures(peers: readonly Peer[], ledger: Ledger): string[] {
    const anchors = this.#watched.map(({ anchor }) => anchor)
    const answers = peers.map(({ text }) => JSON.stringify(locateAnchors(text, anchors)))
    const failures = answers.some((answer) => answer !== answers[0]) ? ['anchors diverged'] : []
    const [peer] = peers
    if (!peer) return failures
    const ranges = locateAnchors(peer.text, anchors)
    const text = fieldCharacters(peer.text)
    for (const [i, { characters }] of this.#watched.entries()) {
      const range = ranges[i] ?? null
      const covered = range && text.slice(range.from, range.to)
      if (!covers({ covered, characters, text, ledger })) {
        failures.push(`an anchor of ${characters.join('')} covers ${covered ?? 'nothing'}`)
      }
    }
    return failures
  }
}

/** From the first to the last character that is left. What an undo or a drag wrote again is a new character, which may stand beside or instead. */
function covers({
  covered,
  characters,
  text,
  ledger,
}: {
  covered: string | null
  characters: readonly string[]
  text: string
  ledger: Ledger
}): boolean {
  const present = characters.filter((character) => text.includes(character))
  const sure = present.filter((character) => !ledger.wasWrittenAgain(character))
  if (covered === null) return sure.length === 0
  const ends = [[...covered].at(0), [...covered].at(-1)]
  if (ends.some((end) => !present.includes(end ?? ''))) return false
  if (sure.length < present.length) return sure.every((character) => covered.includes(character))
  const places = present.map((character) => text.indexOf(character))
  const last = Math.max(...places)
  const lastCharacter = String.fromCodePoint(text.codePointAt(last) ?? 0)
  return covered === text.slice(Math.min(...places), last + lastCharacter.length)
}

function isTyped(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x4e00 && character !== '\ufffc'
}
