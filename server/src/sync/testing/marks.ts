const MARK = /‹[^‹›]+›/g

/** The marks in a text, as `‹who.number›`: each is typed once in a test's world, so each can be looked for. */
export function marksOf(text: string): string[] {
  return text.match(MARK) ?? []
}

/** What a text of marks holds beside them and its line ends: of a mark inside which somebody typed, its halves. */
export function outsideMarks(text: string): string {
  return text.replaceAll(MARK, '').replaceAll('\n', '')
}
