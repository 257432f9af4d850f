const MARK = /‹[^‹›]+›/g

/** The marks in a text, as `‹who.number›`: each is typed once in a test's world, so each can be looked for. */
export function marksOf(text: string): string[] {
  return text.match(MARK) ?? []
}
