/** Whose new dates a person can want to hear of. */
export type FollowKind = 'organizer' | 'artist'

export type Followed = { kind: FollowKind; slug: string; name: string }

/** What a person follows, by its id. */
export type FollowOf = { organizerId: string } | { artistId: string }

/** Why a person hears of an event: they follow who is named, and may end that by the token. */
export type NewsReason = Followed & { token: string }
