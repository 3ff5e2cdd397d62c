import type { Feed, FeedItem } from './types'

/** The feed as RSS 2.0, newest first. Any text is safe in it. */
export function writeRss({ items, ...feed }: Feed): string {
  const newest = items.toSorted((one, other) => other.publishedAt.localeCompare(one.publishedAt))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', feed.title),
    element('link', feed.pageUrl),
    element('description', feed.description),
    element('language', feed.language),
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(feed.feedUrl)}"/>`,
    ...newest.map(writeItem),
    '</channel></rss>',
  ].join('\n')
}

function writeItem({ title, text, url, guid, publishedAt, imageUrl }: FeedItem): string {
  return [
    '<item>',
    element('title', title),
    element('link', url),
    `<guid isPermaLink="false">${escapeXml(guid)}</guid>`,
    element('pubDate', new Date(publishedAt).toUTCString()),
    element('description', text),
    `<enclosure url="${escapeXml(imageUrl)}" type="image/png" length="0"/>`,
    '</item>',
  ].join('')
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text in XML; characters that XML has no way to write are dropped. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // XML 1.0, 2.2: of the control characters only tab and line ends; nor U+FFFE and U+FFFF.
      .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
      .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)
  )
}
