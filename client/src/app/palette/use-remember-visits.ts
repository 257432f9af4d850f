import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { seeingAs } from '../../lib/seeing-as.ts'
import { rememberVisit, visitOf } from './visits.ts'

/** Keeps which plans and fiches are looked at, for the palette to offer them first. */
export function useRememberVisits(userId: string): void {
  const pathname = useLocation({ select: (location) => location.pathname })

  useEffect(() => {
    const visit = visitOf(pathname)
    if (visit && !seeingAs) rememberVisit(userId, visit)
  }, [userId, pathname])
}
