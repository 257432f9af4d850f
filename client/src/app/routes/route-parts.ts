import { notFound } from '@tanstack/react-router'
import { seeingAs } from '../../lib/seeing-as.ts'
import { ErrorPage } from '../../ui/error-page.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { ListPageSkeleton, WideListPageSkeleton } from '../../ui/page-skeletons.tsx'

/** What most pages show before they are there, when they are not, and when they cannot be. */
export const whileLoading = {
  pendingComponent: ListPageSkeleton,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
} as const

/** The same for the pages that are wide: nothing moves when they come. */
export const whileLoadingWide = { ...whileLoading, pendingComponent: WideListPageSkeleton } as const

/** What is in the cache is shown at once, and refreshed. */
export const refreshed = { fetchPolicy: 'cache-and-network' } as const

/** Pages of one's own account and device are not there for whoever sees as somebody else. */
export function demandOneself(): void {
  if (seeingAs) throw notFound()
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An address that cannot be one of ours is a page not found, not an error of the server. */
export function uuidIn(text: string): string {
  if (!UUID.test(text)) throw notFound()
  return text
}
