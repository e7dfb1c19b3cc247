import { Component, type ReactNode } from 'react'
import { FailedPage } from './FailedPage.tsx'

/** A page that fails says so and offers to load again; the rest of the person's work is on the server. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <FailedPage /> : this.props.children
  }
}
