import type { KindStrings } from './en.js';

export const strings: KindStrings = {
  unknown: 'Cette page ne sait pas encore montrer ce genre de message. Rechargez-la.',
};
