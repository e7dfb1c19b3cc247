export function findChromium(environment: Readonly<Record<string, string | undefined>>): string | undefined
export const howToGetChromium: string
