/** Two sliders. Drawn here: with the first icon of the library, what every page starts with would be 1.2 kB larger. */
export function PreferencesIcon() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2.5 6h1m5 0h9M2.5 14h9m5 0h1" />
      <circle cx="6" cy="6" r="2.5" />
      <circle cx="14" cy="14" r="2.5" />
    </svg>
  )
}
