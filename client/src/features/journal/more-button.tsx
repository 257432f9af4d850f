import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { showRefusal } from '../../ui/show-refusal.ts'
import classes from '../../ui/journal/journal.module.css'

/** Loads the following page; says so when it cannot. */
export function MoreButton({ load, children }: { load: () => Promise<unknown>; children: ReactNode }) {
  const [isLoading, setIsLoading] = useState(false)

  async function loadMore() {
    setIsLoading(true)
    await load().catch(() => showRefusal(UNEXPECTED_ERROR))
    setIsLoading(false)
  }

  return (
    <div className={classes.more}>
      <Button variant="default" loading={isLoading} onClick={() => void loadMore()}>
        {children}
      </Button>
    </div>
  )
}
