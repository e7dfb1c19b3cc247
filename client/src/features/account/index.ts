export { AccountGate } from './AccountGate.tsx'
export { AccountMenu } from './AccountMenu.tsx'
export { AccountPage } from './AccountPage.tsx'
export { useMe } from './use-me.ts'
