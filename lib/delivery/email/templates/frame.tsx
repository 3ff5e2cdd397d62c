import { Body, Container, Head, Html, Preview, Section, Text } from '@react-email/components'
import type { CSSProperties, ReactNode } from 'react'
import { readerLocale } from '@/lib/i18n/reader-locale'
import { PALETTE } from '../../palette'
import { emailCopy } from '../../words/next-intl'

/**
 * The frame of every mail: paper by day, house lights down by night. Colours are inline for the light theme
 * (some readers drop style sheets) and overridden by class in the dark one, where a reader has it.
 */
export function Frame(props: {
  preview: string
  /** Why it comes, at the foot; where it is about an order, `reference` says it. */
  footer?: string
  reference?: string
  children: ReactNode
}) {
  const t = emailCopy()
  const footer = props.footer ?? t('footer', { reference: props.reference ?? '' })
  return (
    <Html lang={readerLocale()}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{SHEET}</style>
      </Head>
      <Body
        className="ground"
        style={{ margin: 0, padding: 0, backgroundColor: PALETTE.ground, fontFamily: FONT }}
      >
        <Preview>{props.preview}</Preview>
        <Container style={{ maxWidth: 600, width: '100%', margin: '0 auto', padding: '28px 20px 40px' }}>
          <Text className="ink" style={{ ...display(18), margin: '0 0 28px' }}>
            {t('brand')}
          </Text>
          {props.children}
          <Text className="muted" style={{ ...small, margin: '36px 0 0' }}>
            {footer}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

/** A raised part of the mail. */
export function Card({ children, style }: { children: ReactNode; style?: CSSProperties }) {
  return (
    <Section
      className="card line"
      style={{
        backgroundColor: PALETTE.surface,
        border: `1px solid ${PALETTE.line}`,
        borderRadius: 4,
        padding: '20px 22px',
        ...style,
      }}
    >
      {children}
    </Section>
  )
}

/** The one thing to do next. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="action" href={href} style={ACTION}>
      {children}
    </a>
  )
}

const FONT = "Geist, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

const ACTION: CSSProperties = {
  display: 'inline-block',
  padding: '15px 26px',
  backgroundColor: PALETTE.accent,
  color: PALETTE.ink,
  border: `1.5px solid ${PALETTE.ink}`,
  borderRadius: 4,
  fontSize: 17,
  lineHeight: '22px',
  fontWeight: 650,
  textDecoration: 'none',
}

/** Titles: heavy and tight, in the display face where the reader's machine has it. */
export function display(size: number): CSSProperties {
  return {
    fontFamily: `'Bricolage Grotesque', ${FONT}`,
    fontSize: size,
    lineHeight: 1.08,
    fontWeight: 800,
    letterSpacing: size > 24 ? '-0.025em' : '-0.01em',
    color: PALETTE.ink,
    margin: 0,
  }
}

export const body: CSSProperties = { fontSize: 16, lineHeight: '25px', color: PALETTE.ink, margin: 0 }
export const small: CSSProperties = { fontSize: 14, lineHeight: '21px', color: PALETTE.muted, margin: 0 }

const SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a { color: inherit; }
@media (prefers-color-scheme: dark) {
  .ground, .ground > table > tbody > tr > td { background-color: ${PALETTE.nightGround} !important; }
  .card { background-color: ${PALETTE.nightSurface} !important; }
  .line { border-color: ${PALETTE.nightLine} !important; }
  .ink { color: ${PALETTE.nightInk} !important; }
  .muted { color: ${PALETTE.nightMuted} !important; }
  .action { border-color: ${PALETTE.accent} !important; }
}
@media (max-width: 480px) {
  .title { font-size: 34px !important; }
  .action { display: block !important; text-align: center !important; }
}
`
