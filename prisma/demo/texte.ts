/**
 * Markdown written in a template literal: the indentation common to all lines and the blank lines around are taken off,
 * so that a text can be laid out with the code that holds it.
 */
export function texte(strings: TemplateStringsArray): string {
  const lines = (strings[0] ?? '').split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const indent = Math.min(...indents)
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .trim()
}
