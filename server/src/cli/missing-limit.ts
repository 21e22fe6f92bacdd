import { InvalidArgumentError } from 'commander';

/** In percent: if a larger share of all people is missing, they are not marked as departed unless an option says so. */
export const defaultMissingLimit = 10;

export function missingLimit(value: string): number {
  const percent = Number(value.replace(/\s*%$/, '').replace(',', '.') || NaN);
  if (percent >= 0 && percent <= 100) return percent;
  throw new InvalidArgumentError('It must be a percentage from 0 to 100.');
}
