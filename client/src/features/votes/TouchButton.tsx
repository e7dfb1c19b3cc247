import type { ComponentPropsWithoutRef } from 'react'
import styles from './TouchButton.module.css'

/** As large as a thumb, with a sign for its words. */
export function TouchButton(props: Omit<ComponentPropsWithoutRef<'button'>, 'className' | 'type'>) {
  return <button {...props} type="button" className={styles.touch} />
}
