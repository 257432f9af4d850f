/** What addresses and headers carry: apart from the frames, whose code pages that open no document do without. */

/** Query parameter by which a client asks for acknowledgements (`ack=1`): frames of types 16 to 18. */
export const ACK_PARAM = 'ack'
/** Query parameter by which a client says of which life of the document its copy is. */
export const EPOCH_PARAM = 'epoch'
/** Query parameter by which a client says whose its copy is: the browser's session may have become another's. */
export const USER_PARAM = 'user'
/** Query parameter that carries a single-use ticket instead of the session cookie. */
export const TICKET_PARAM = 'ticket'

/** Header by which an admin asks as a member of their collectivité sees it: the uuid of that member's `Membre`. */
export const SEEING_AS_HEADER = 'x-voir-en-tant-que'
/** The same in the query of sockets and streams, whose headers a browser does not let one set. */
export const SEEING_AS_PARAM = 'en-tant-que'

export const SUBSCRIPTION_STREAMS_PATH = '/graphql/stream'
