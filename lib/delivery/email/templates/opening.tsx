import { Heading, Text } from '@react-email/components'
import { body, display } from './frame'

type Props = {
  /** What happened, in a few large words. */
  title: string
  /** The greeting, by name where it is known. */
  hello: string
  /** What it means for the reader. */
  text: string
  /** The air below, in pixels. */
  gap?: number
}

/** How a mail begins: what happened, whom it is for, what it means. */
export function Opening({ title, hello, text, gap = 12 }: Props) {
  return (
    <>
      <Heading as="h1" className="ink title" style={{ ...display(42), margin: '0 0 14px' }}>
        {title}
      </Heading>
      <Text className="ink" style={{ ...body, margin: '0 0 6px' }}>
        {hello}
      </Text>
      <Text className="ink" style={{ ...body, margin: `0 0 ${gap}px` }}>
        {text}
      </Text>
    </>
  )
}
