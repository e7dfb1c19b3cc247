export { CountrySelect } from './CountrySelect.tsx'
export { countryName } from './country-name.ts'
export { Flag } from './Flag.tsx'
export { Origin } from './Origin.tsx'
