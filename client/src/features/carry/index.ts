export { CarriedFromCanvas } from './CarriedFromCanvas.tsx'
export { CarryOnButton } from './CarryOnButton.tsx'
export { CarryOnOfStep } from './CarryOnOfStep.tsx'
export { Ends } from './Ends.tsx'
