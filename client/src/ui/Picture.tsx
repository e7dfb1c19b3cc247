import { useState } from 'react'
import { classNames } from './class-names.ts'
import { Mark } from './Mark.tsx'
import styles from './Picture.module.css'

export type PictureProps = {
  readonly url: string
  /** Silent where its title stands beside it. */
  readonly alt?: string
  readonly className?: string | undefined
}

/** A drawing from the server, with our mark where there is none. */
export function Picture({ url, alt = '', className }: PictureProps) {
  const [failedUrl, setFailedUrl] = useState<string>()
  return (
    <div className={classNames(styles.frame, className)}>
      {failedUrl === url ? (
        <Mark size="large" />
      ) : (
        <img
          className={styles.picture}
          src={url}
          alt={alt}
          loading="lazy"
          decoding="async"
          onError={() => setFailedUrl(url)}
        />
      )}
    </div>
  )
}
