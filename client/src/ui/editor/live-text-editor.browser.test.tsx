import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { paste } from './testing/paste.ts'
import { twoEditors } from './testing/two-editors.tsx'

let unmount = () => {}
afterEach(() => unmount())

async function open(...options: Parameters<typeof twoEditors>) {
  const editors = await twoEditors(...options)
  unmount = editors.unmount
  return editors
}

const button = (name: string | RegExp) =>
  page.getByRole('toolbar', { name: 'Mise en forme : Description' }).getByRole('button', { name })

describe('a live text', () => {
  it('shows at once to a colleague what is typed', async () => {
    const { anne, paul } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('Créer des pistes')
    await expect.poll(paul.lines).toEqual(['paragraph: Créer des pistes'])
    expect(paul.content.textContent).toBe('Créer des pistes')
  })

  it('makes text bold with Ctrl+B, and ordinary again', async () => {
    const { anne, paul } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('un {Control>}b{/Control}deux{Control>}b{/Control} trois')
    await expect
      .poll(() => paul.blocks()[0]?.inlines)
      .toEqual([
        { text: 'un ', attributes: {} },
        { text: 'deux', attributes: { bold: true } },
        { text: ' trois', attributes: {} },
      ])
  })

  it('goes on with a list at Entrée, and leaves it at an empty item', async () => {
    const { anne } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('- un{Enter}deux{Enter}')
    await expect.poll(anne.lines).toEqual(['bullet: un', 'bullet: deux', 'bullet: '])
    await userEvent.keyboard('{Enter}fin')
    await expect.poll(anne.lines).toEqual(['bullet: un', 'bullet: deux', 'paragraph: fin'])
  })

  it('makes a heading with the toolbar while a colleague types in it', async () => {
    const { anne, paul } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('Objectif')
    await userEvent.click(button('Titre'))
    await userEvent.click(paul.content)
    await userEvent.keyboard('{End}s')
    await expect.poll(anne.lines).toEqual(['h2: Objectifs'])
    expect(anne.content.querySelector('h2')?.textContent).toBe('Objectifs')
  })

  it('ticks a box at a click', async () => {
    const { anne, paul } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('[[] à faire')
    await expect.poll(anne.lines).toEqual(['check: à faire'])
    await userEvent.click(page.elementLocator(anne.content).getByRole('checkbox'))
    await expect.poll(() => paul.blocks()[0]?.checked).toBe(true)
    await expect.element(page.elementLocator(paul.content).getByRole('checkbox')).toBeChecked()
  })

  it('undoes one’s own edits only', async () => {
    const { anne, paul } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('Anne')
    await userEvent.click(paul.content)
    await userEvent.keyboard('{End} et Paul')
    await expect.poll(anne.lines).toEqual(['paragraph: Anne et Paul'])
    await userEvent.click(anne.content)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(paul.lines).toEqual(['paragraph:  et Paul'])
    await userEvent.keyboard('{Control>}y{/Control}')
    await expect.poll(paul.lines).toEqual(['paragraph: Anne et Paul'])
  })

  it.each([
    ['- ', 'bullet'],
    ['1. ', 'number'],
    ['[[] ', 'check'],
    ['## ', 'h2'],
    ['### ', 'h3'],
    ['> ', 'quote'],
  ])('reads « %s» at the start of a line', async (typed, kind) => {
    const { anne } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard(`${typed}a`)
    await expect.poll(anne.lines).toEqual([`${kind}: a`])
  })

  it('gives back the typed characters when such a start is undone', async () => {
    const { anne } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('## {Control>}z{/Control}')
    await expect.poll(anne.lines).toEqual(['paragraph: ##'])
  })

  it('changes the depth of list items with Tab, and lets Tab leave other lines', async () => {
    const { anne } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('- a{Tab}')
    await expect.poll(anne.lines).toEqual(['  bullet: a'])
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Shift>}{Tab}{/Shift}')
    await expect.poll(anne.lines).toEqual(['bullet: a'])
    await expect.element(button('Gras')).toHaveFocus()
  })

  it('pastes the HTML of a word processor as blocks', async () => {
    const { anne, paul } = await open()
    await userEvent.click(anne.content)
    paste(anne.content, {
      'text/html': `<p class=MsoNormal>Un <b>schéma</b><o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·</span>gare</p><script>x</script>`,
      'text/plain': 'Un schéma\n· gare',
    })
    await expect.poll(paul.lines).toEqual(['paragraph: Un schéma', '  bullet: gare'])
    expect(paul.blocks()[0]?.inlines).toContainEqual({ text: 'schéma', attributes: { bold: true } })
  })

  it('pastes lines of text as paragraphs', async () => {
    const { anne } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('début ')
    paste(anne.content, { 'text/plain': 'un\r\ndeux' })
    await expect.poll(anne.lines).toEqual(['paragraph: début un', 'paragraph: deux'])
  })

  it('adds a link to the selection, and refuses an address that runs code', async () => {
    const { anne } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('site{Control>}a{/Control}{Control>}k{/Control}')
    const address = page.getByLabelText('Adresse du lien')
    await address.fill('javascript:alert(1)')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/Cette adresse n’est pas acceptée/)).toBeVisible()
    await address.fill('exemple.fr')
    await userEvent.keyboard('{Enter}')
    await expect
      .poll(() => anne.blocks()[0]?.inlines)
      .toEqual([{ text: 'site', attributes: { link: 'https://exemple.fr' } }])
    await expect.element(page.elementLocator(anne.content)).toHaveFocus()
  })

  it('moves in the toolbar with the arrows, one stop of Tab for all', async () => {
    const { anne } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    await expect.element(button('Gras')).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect.element(button('Souligné')).toHaveFocus()
    await userEvent.keyboard('{Home}{ArrowLeft}')
    await expect.element(button('Rétablir')).toHaveFocus()
    await userEvent.keyboard('{Tab}')
    await expect.element(page.elementLocator(anne.content)).toHaveFocus()
  })

  it('shows where a colleague is, with a name that stays inside the text', async () => {
    const { anne, paul } = await open()
    await userEvent.click(anne.content)
    await page.viewport(390, 800)
    await userEvent.keyboard(`${'m'.repeat(60)}{Control>}{Home}{/Control}{End}{ArrowLeft}`)
    const flag = page.elementLocator(paul.content.parentElement ?? paul.content).getByText('Anne Berger')
    await expect.element(flag).toBeVisible()
    const right = (element: Element | null) => element?.getBoundingClientRect().right ?? 0
    await expect.poll(() => right(paul.content) - right(flag.element().parentElement)).toBeLessThan(60)
    expect(right(flag.element())).toBeLessThanOrEqual(right(paul.content))
    expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth)
    await page.viewport(1000, 800)
  })

  it('is read, not written, by a reader', async () => {
    const { anne, paul } = await open({ readOnly: true })
    expect(document.querySelector('[role="toolbar"]')).toBeNull()
    await userEvent.click(anne.content)
    await userEvent.keyboard('non')
    paul.doc.getText('description').insert(0, 'lu')
    await expect.element(page.elementLocator(anne.content)).toHaveTextContent('lu')
    expect(anne.lines()).toEqual(['paragraph: lu'])
  })

  it('has no accessibility defect that axe knows', async () => {
    const { anne } = await open()
    await userEvent.click(anne.content)
    await userEvent.keyboard(
      '## Titre{Enter}- un{Enter}{Tab}deux{Enter}{Enter}{Enter}1. a{Enter}{Enter}[[] fait{Enter}{Enter}> cité',
    )
    const { violations } = await axe.run(document)
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
})
