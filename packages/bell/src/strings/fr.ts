import type { BellStrings } from './en.js';

export const strings: BellStrings = {
  notifications: 'Notifications',
  withNew: (count) => `Notifications, ${count} à voir`,
  failed: 'Les notifications n’ont pas pu être chargées. Réessayer',
  announced: (count, isOne) => (isOne ? '1 nouvelle notification' : `${count} nouvelles notifications`),
};
