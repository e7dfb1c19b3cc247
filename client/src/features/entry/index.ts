export { EntryFrame, EntryHeading } from './EntryFrame.tsx'
