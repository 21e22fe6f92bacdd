import { InvalidArgumentError } from 'commander';

/** The default number of people of a demonstration. */
export const defaultPeople = 2_000;

const mostPeople = 1_000_000;

export function peopleCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= mostPeople) return count;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${mostPeople}.`);
}
