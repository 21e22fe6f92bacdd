/** Where tests may take a program from: this machine, npm's packages, or Debian's, unpacked without installing them. */
export type Source = 'installed' | 'npm' | 'debian';

const sources: readonly string[] = ['installed', 'npm', 'debian'] satisfies Source[];
const wanted = process.env.PARVIS_TEST_PROGRAMS?.split(',') ?? sources;

const unknown = wanted.filter((source) => !sources.includes(source));
if (unknown.length > 0) {
  throw new Error(`PARVIS_TEST_PROGRAMS is a list of ${sources.join(', ')}, but has "${unknown.join('", "')}".`);
}

/** Whether this run of the tests takes programs from there: all of them, or those that PARVIS_TEST_PROGRAMS names. */
export function mayUse(source: Source): boolean {
  return wanted.includes(source);
}
