/** Whether to run the long form, of which the figures are: `npm run test:faults`. */
export const isLong = process.env.PARVIS_FAULTS === 'long';

/** How often something is done in this run. */
export function times(short: number, long: number): number {
  return isLong ? long : short;
}

/** Up to so many milliseconds, by chance. */
export function upTo(milliseconds: number): number {
  return Math.random() * milliseconds;
}
