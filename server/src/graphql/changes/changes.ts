import { PUBLIC_FEED } from '../../domain/feed/audiences.ts'
import { READ, SEEN } from '../../domain/feed/followed.ts'
import { followedFeeds } from '../../domain/feed/person-feeds.ts'
import { changesField } from './change-page.ts'

const WHAT =
  'collectivités, services, libellés, plans, axes, fiches, sous-actions, places, notes, liens et indicateurs. Chacun vient avec son dernier changement ; ce qui a disparu ou ne vous est plus montré vient aussi. Code : CURSOR_LOST, quand il faut reprendre depuis le début.'

changesField('changes', {
  description: `Ce qui a changé depuis un curseur de ce que votre clé vous montre, ou votre rôle et les accès qu’on vous a donnés ; sans curseur, tout ce qui s’y voit : ${WHAT}`,
  feedsOf: ({ viewer }) => followedFeeds(viewer),
  seen: READ,
})

changesField('changesPublics', {
  description: `Ce qui a changé depuis un curseur de ce que toutes les collectivités publient, que l’on soit connecté ou non ; sans curseur, tout ce qui est public : ${WHAT}`,
  feedsOf: () => [PUBLIC_FEED],
  seen: SEEN,
})
