export { ValuesBar } from './lazy-parts.ts'
