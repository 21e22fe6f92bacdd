import type { PersonFieldStrings } from './en.js';

export const strings: PersonFieldStrings = {
  found: (count) => (count < 2 ? `${count} personne trouvée` : `${count} personnes trouvées`),
  nobody: (query) => `Personne ne correspond à « ${query} ».`,
};
