import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { anchorOf } from './anchor.ts'
import { fieldCharacters } from './field-characters.ts'
import { findAgain, type QuotedAnchor } from './find-again.ts'
import { locateAnchors } from './locate-anchors.ts'
import { CONTEXT, MAX_QUOTE, occurrences, quoteAt } from './quote.ts'

class Fiche {
  readonly doc = new Y.Doc()
  readonly fields: Map<string, Y.Text>

  constructor(texts: Record<string, string>) {
    this.fields = new Map(
      Object.entries(texts).map(([field, characters]) => {
        const text = this.doc.getText(field)
        text.insert(0, characters)
        return [field, text]
      }),
    )
  }

  text(field: string): Y.Text {
    return this.doc.getText(field)
  }

  comment(field: string, words: string): QuotedAnchor {
    const text = this.text(field)
    const from = fieldCharacters(text).indexOf(words)
    const range = { from, to: from + words.length }
    const places = [...this.fields.values()].flatMap((each) => occurrences(fieldCharacters(each), words))
    return {
      field,
      anchor: anchorOf(text, range),
      quote: quoteAt(fieldCharacters(text), range),
      wasAlone: places.length === 1,
    }
  }

  cut(field: string, words: string): void {
    const from = fieldCharacters(this.text(field)).indexOf(words)
    this.text(field).delete(from, words.length)
  }

  write(field: string, words: string, at: number): void {
    this.text(field).insert(at, words)
  }

  /** Field and place where it is found again. */
  found(comment: QuotedAnchor): string | null {
    const again = findAgain(this.fields, comment)
    if (!again) return null
    const text = this.text(again.field)
    const [range] = locateAnchors(text, [again.anchor])
    return range ? `${again.field} ${range.from}: ${fieldCharacters(text).slice(range.from, range.to)}` : null
  }
}

describe('an anchor whose characters are gone', () => {
  test('[A10] is found where its words were pasted, in another field too', () => {
    const fiche = new Fiche({ description: 'Planter dix kilomètres de haies vives\n', objectifs: 'Pour les oiseaux\n' })
    const comment = fiche.comment('description', 'kilomètres de haies')
    expect(fiche.found(comment)).toBeNull()
    fiche.cut('description', 'kilomètres de haies')
    expect(fiche.found(comment)).toBeNull()
    fiche.write('objectifs', 'kilomètres de haies', 9)
    expect(fiche.found(comment)).toBe('objectifs 9: kilomètres de haies')
  })

  test('[A10] is found by an undo, which writes new characters', () => {
    const fiche = new Fiche({ description: 'Planter des haies à Blois\n' })
    const comment = fiche.comment('description', 'haies')
    const undo = new Y.UndoManager(fiche.text('description'))
    fiche.cut('description', 'haies')
    expect(fiche.found(comment)).toBeNull()
    undo.undo()
    expect(fiche.found(comment)).toBe('description 12: haies')
  })

  test('[A10] short words are not taken for others that only read the same', () => {
    const fiche = new Fiche({ description: 'Des haies à Blois\n', objectifs: '' })
    const comment = fiche.comment('description', 'haies')
    fiche.cut('description', 'haies')
    fiche.write('objectifs', 'Nos haies', 0)
    expect(fiche.found(comment)).toBeNull()
  })

  test('[A10] words that stood twice are not taken for the others that were there', () => {
    const fiche = new Fiche({
      description: 'La collectivité plante des haies.\n',
      objectifs: 'Les communes et la collectivité plante aussi.\n',
    })
    const comment = fiche.comment('description', 'collectivité plante')
    expect(comment.wasAlone).toBe(false)
    fiche.cut('description', 'collectivité plante')
    expect(fiche.found(comment)).toBeNull()
  })

  test('[A11] among several, the one with its surroundings is taken', () => {
    const fiche = new Fiche({ description: 'Un budget de dix mille euros pour les haies\n', objectifs: 'Un budget\n' })
    const comment = fiche.comment('description', 'budget')
    fiche.cut('description', 'Un budget de dix mille')
    expect(fiche.found(comment)).toBeNull()
    fiche.write('objectifs', 'Un budget de dix mille', 10)
    expect(fiche.found(comment)).toBe('objectifs 13: budget')
  })

  test('[A10] two places that agree as much are no answer', () => {
    const fiche = new Fiche({ description: 'Un budget de dix mille euros\n', objectifs: '' })
    const comment = fiche.comment('description', 'budget de dix')
    fiche.cut('description', 'Un budget de dix mille euros\n')
    fiche.write('objectifs', 'Un budget de dix mille euros\nUn budget de dix mille euros\n', 0)
    expect(fiche.found(comment)).toBeNull()
  })

  test('[A12] is whole again when a part of it comes back, and only then', () => {
    const fiche = new Fiche({ description: 'Planter des haies vives à Blois\n' })
    const comment = fiche.comment('description', 'des haies vives')
    const undo = new Y.UndoManager(fiche.text('description'))
    fiche.cut('description', 'des haies')
    expect(fiche.found(comment)).toBeNull()
    undo.undo()
    expect(fiche.found(comment)).toBe('description 8: des haies vives')
  })
})

describe('a quote', () => {
  test('[A9] keeps so many code points and no more, and cuts none', () => {
    const text = new Y.Doc().getText('description')
    text.insert(0, `${'🌳'.repeat(40)}${'é'.repeat(MAX_QUOTE + 1)}${'🌱'.repeat(40)}\n`)
    const { quote, before, after } = quoteAt(fieldCharacters(text), { from: 80, to: 80 + MAX_QUOTE + 1 })
    expect([...quote]).toHaveLength(MAX_QUOTE)
    expect(before).toBe('🌳'.repeat(CONTEXT))
    expect(after).toBe('🌱'.repeat(CONTEXT))
  })

  test('[A9] says an embed as one character, at its place', () => {
    const text = new Y.Doc().getText('description')
    text.insert(0, 'ab')
    text.insertEmbed(1, { mention: { kind: 'user', id: '7f9c24e8-3b12-4fef-91e0-52f5b0f0a1d3' } })
    expect(quoteAt(fieldCharacters(text), { from: 1, to: 3 })).toEqual({ quote: '\ufffcb', before: 'a', after: '' })
  })
})
