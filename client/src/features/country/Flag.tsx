import styles from './Flag.module.css'

/** The country's name always stands beside it, or in its label. */
export function Flag({ country }: { readonly country: string }) {
  return (
    <img
      className={styles.flag}
      src={`${__FLAGS_URL__}/${country}.svg`}
      alt=""
      width="24"
      height="16"
      loading="lazy"
      decoding="async"
    />
  )
}
