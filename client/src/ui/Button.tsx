import type { ComponentPropsWithRef } from 'react'
import { Link, type LinkProps } from 'react-router'
import styles from './Button.module.css'
import { classNames } from './class-names.ts'

/** `primary` once a view: what most people came to do. `danger` for what cannot be undone. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

type Look = { readonly kind?: ButtonKind; readonly size?: 'small' | 'medium'; readonly isWide?: boolean }

function look({ kind = 'plain', size = 'medium', isWide }: Look, className: string | undefined): string {
  return classNames(styles.button, styles[kind], size === 'small' && styles.small, isWide && styles.wide, className)
}

export type ButtonProps = ComponentPropsWithRef<'button'> & Look & { readonly isBusy?: boolean }

/** While busy it keeps its place and its focus, and does nothing. */
export function Button({ kind, size, isWide, isBusy, className, onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={look({ ...(kind && { kind }), ...(size && { size }), ...(isWide && { isWide }) }, className)}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {isBusy ? <span className={styles.spinner} aria-hidden="true" /> : null}
      {children}
    </button>
  )
}

export type IconButtonProps = Omit<ButtonProps, 'aria-label'> & { readonly label: string }

/** Only for icons that everybody knows (close, menu); words otherwise. */
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <Button kind="quiet" {...rest} aria-label={label} className={classNames(styles.icon, className)}>
      {children}
    </Button>
  )
}

export function LinkButton({ kind, size, isWide, className, ...rest }: LinkProps & Look) {
  return (
    <Link
      {...rest}
      className={look({ ...(kind && { kind }), ...(size && { size }), ...(isWide && { isWide }) }, className)}
    />
  )
}
