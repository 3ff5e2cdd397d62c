/** What an organizer's API key begins with. */
export const KEY_PREFIX = 'tb_live_'

/** How much of a key is kept readable, so that a person can tell keys apart. */
export const SHOWN_LENGTH = 12
