export const en = {
  found: (count: number) => (count === 1 ? '1 person found' : `${count} people found`),
  nobody: (query: string) => `No one matches “${query}”.`,
};

export type PersonFieldStrings = typeof en;
