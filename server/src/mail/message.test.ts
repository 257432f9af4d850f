import { describe, expect, it } from 'vitest'
import { defaultSender } from './mail-transport.ts'
import { renderMessage } from './message.ts'

const rendered = renderMessage({
  to: 'awa@exemple.fr',
  subject: 'Bonjour !\r\nBcc: autre@exemple.fr',
  paragraphs: ['De <b>Martin</b> & « Cie » : oui ?'],
  action: { label: 'Ouvrir', url: 'https://exemple.fr/?a="1"&b=2' },
  notes: [],
})

describe('a message', () => {
  it('says the same in text and in HTML, where nothing that people wrote is markup', () => {
    expect(rendered.text).toContain('De <b>Martin</b> & «\u00a0Cie\u00a0»\u00a0: oui\u202f?')
    expect(rendered.html).toContain('De &lt;b&gt;Martin&lt;/b&gt; &amp; «\u00a0Cie\u00a0»\u00a0: oui\u202f?')
    expect(rendered.html).toContain('href="https://exemple.fr/?a=&quot;1&quot;&amp;b=2"')
  })

  it('has a subject of one line', () => {
    expect(rendered.subject).toBe('Bonjour\u202f! Bcc\u00a0: autre@exemple.fr'.replace('\u00a0:', ':'))
  })
})

describe('who messages come from by default', () => {
  it('is of the public name, and of localhost where there is only an address', () => {
    expect(defaultSender('https://plans.exemple.fr')).toBe('Pupitre <ne-pas-repondre@plans.exemple.fr>')
    expect(defaultSender('http://127.0.0.1:4000')).toBe('Pupitre <ne-pas-repondre@localhost>')
    expect(defaultSender('http://localhost:4000')).toBe('Pupitre <ne-pas-repondre@localhost>')
  })
})
