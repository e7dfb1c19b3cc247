/** Address of the folder of flags, by `build/flags.ts`; a flag is `<country>.svg` in it. */
declare const __FLAGS_URL__: string
