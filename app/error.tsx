'use client'

import { ErrorView, type ErrorViewProps } from '@/components/site/error-view'

export default function ErrorPage(props: ErrorViewProps) {
  return (
    <main>
      <ErrorView {...props} />
    </main>
  )
}
