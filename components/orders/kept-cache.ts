/** The name under which a browser keeps tickets; `public/sw.js` knows it too. */
export const KEPT_CACHE = 'ticketboss-tickets-1'
