import { InvalidArgumentError } from 'commander';

/** More people than this share of all, in percent, are not marked as departed unless that is said. */
export const defaultMissingLimit = 10;

export function missingLimit(value: string): number {
  const percent = Number(value.replace(/\s*%$/, '').replace(',', '.') || NaN);
  if (percent >= 0 && percent <= 100) return percent;
  throw new InvalidArgumentError('It takes a percentage from 0 to 100.');
}
