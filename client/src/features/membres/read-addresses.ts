/** The addresses of a pasted list: one a line, or apart by commas, semicolons or spaces, « Nom <adresse> » too; each once. */
export function readAddresses(text: string): string[] {
  const words = text.split(/[\s,;<>"()]+/).filter((word) => word.includes('@'))
  return [...new Set(words.map((word) => word.toLowerCase().replace(/[.:]+$/, '')))]
}
