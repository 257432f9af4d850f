import fc from 'fast-check'

const TAGS =
  'p div span b i u s code a br ul ol li table tr td th tbody h1 h4 blockquote pre script style iframe svg math template title o:p input img form select option textarea details x-y'.split(
    ' ',
  )
const ATTRIBUTES = [
  'onclick="x()"',
  'href="javascript:alert(1)"',
  'href=" JaVa&#x0A;script:alert(1)"',
  'href="data:text/html,x"',
  'href="https://a.fr/"',
  'style="font-weight:bold;display:none"',
  'style="mso-list:l0 level9 lfo1"',
  'style="white-space:pre"',
  'data-embed="pupitre:user/x"',
  'data-embed="pupitre:fiche/11111111-1111-4111-8111-111111111111"',
  'data-indent="9"',
  'type=checkbox checked',
  'role="checkbox"',
]

/** Broken and malicious markup: tags that never close, event handlers, addresses that run code. */
export const hostileHtml: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...TAGS), fc.subarray(ATTRIBUTES, { maxLength: 3 }))
        .map(([tag, attributes]) => `<${[tag, ...attributes].join(' ')}>`),
      fc.constantFrom(...TAGS).map((tag) => `</${tag}>`),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('texte', ' ', '\n', '<!--', '-->', '<![CDATA[', ']]>', '&lt;', '&#0;', '&#xD800;', '<'),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''))
