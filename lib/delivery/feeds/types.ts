/** A feed, as plain data. Times are ISO 8601. */
export type Feed = {
  title: string
  description: string
  /** Absolute addresses: of the page, and of the feed itself. */
  pageUrl: string
  feedUrl: string
  language: string
  items: FeedItem[]
}

export type FeedItem = {
  title: string
  text: string
  url: string
  /** Tells this item from every other, for ever. */
  guid: string
  publishedAt: string
  imageUrl: string
}
