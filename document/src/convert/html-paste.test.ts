import { describe, expect, it } from 'vitest'
import { htmlToDelta } from './html-read.ts'
import { deltaToMarkdown } from './markdown-write.ts'

/** Markdown shows what was understood in one line per block. */
function pasted(html: string): string[] {
  return deltaToMarkdown(htmlToDelta(html))
    .split('\n')
    .filter((line) => line !== '')
}

describe('pasting', () => {
  it('reads the paragraphs, lists and marks of Word', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {margin:0}</style></head><body lang=FR>
<!--StartFragment-->
<h1>Mobilit\u00e9<o:p></o:p></h1>
<p class=MsoNormal>Un <b>sch\u00e9ma
cyclable</b> et <u>des arceaux</u>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Gare<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a.<span>&nbsp; </span></span><![endif]>Parvis<o:p></o:p></p>
<!--EndFragment--></body></html>`
    expect(pasted(html)).toEqual([
      '## Mobilité',
      'Un **schéma cyclable** et <u>des arceaux</u>.',
      '<br>',
      '- Gare',
      '  1. Parvis',
    ])
  })

  it('reads what Google Docs copies: marks in styles, lists inside lists', () => {
    const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;white-space:pre-wrap;">Gras</span><span style="font-weight:400;white-space:pre-wrap;"> et </span><a href="https://a.fr/" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">lien</span></a></p><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-style:italic">un</span></p></li><ul><li dir="ltr" aria-level="2"><p>deux</p></li></ul></ul></b>`
    expect(pasted(html)).toEqual(['**Gras** et [lien](https://a.fr/)', '- _un_', '  - deux'])
  })

  it('reads what LibreOffice copies', () => {
    const html = `<p style="line-height: 100%; margin-bottom: 0cm">Premier</p>
<ol><li><p style="margin-bottom: 0cm">A</p></li>
	<ul><li><p>B</p></li></ul>
</ol><p><s>barr\u00e9</s><br/>
</p>`
    expect(pasted(html)).toEqual(['Premier', '1. A', '   - B', '~~barré~~'])
  })

  it('reads check boxes, checked or not', () => {
    expect(
      pasted('<ul><li><input type="checkbox" checked> fait</li><li><input type="checkbox"> à faire</li></ul>'),
    ).toEqual(['- [x] fait', '- [ ] à faire'])
  })

  it('reads each row of a table as one line', () => {
    expect(
      pasted(
        '<table><tr><th>Action</th><th>Coût</th></tr><tr><td><p>Vélo</p><p>gare</p></td><td>3 k€</td></tr></table>',
      ),
    ).toEqual(['Action | Coût', 'Vélo gare | 3 k€'])
  })

  it('keeps the text of unknown elements and of addresses that are not allowed', () => {
    expect(
      pasted(
        '<custom-card><a href="javascript:alert(1)">cliquez</a></custom-card><script>alert(1)</script><p style="display:none">caché</p>',
      ),
    ).toEqual(['cliquez'])
  })

  it('collapses white space, and keeps no-break spaces', () => {
    expect(htmlToDelta('<p>\n  Coût\u202f:   3\u00a0k€ <b> net </b> </p>\n')).toEqual([
      { insert: 'Coût\u202f: 3\u00a0k€ ' },
      { insert: 'net', attributes: { bold: true } },
      { insert: '\n' },
    ])
  })

  it('gives an empty field for HTML that shows no text', () => {
    expect(htmlToDelta('<meta charset="utf-8"><style>p{}</style> <!-- rien -->')).toEqual([{ insert: '\n' }])
  })
})
