/**
 * What a list of a parent selects: its rows whole when nothing of them is asked but their cursors or where the page is. Their selection is empty then,
 * which Prisma refuses, and cursors are written from the rows.
 */
export function wholeRows<Selection extends object>(selection: Selection): Selection {
  const { select }: { select?: unknown } = selection
  if (typeof select === 'object' && select !== null && Object.keys(select).length === 0)
    Reflect.deleteProperty(selection, 'select')
  return selection
}
