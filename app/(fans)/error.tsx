'use client'

import { ErrorView, type ErrorViewProps } from '@/components/site/error-view'

/** Keeps header and footer: a broken page is not a broken house. */
export default function FansError(props: ErrorViewProps) {
  return <ErrorView {...props} />
}
