import type { OwnershipStrings } from './en.js';

export const strings: OwnershipStrings = {
  asked: (until) =>
    `Ce groupe n’a plus de propriétaire. Voulez-vous le reprendre ? Après le ${until}, quelqu’un d’autre sera sollicité.`,
  accept: 'Le reprendre',
  decline: 'Pas moi',
  accepted: 'Vous êtes maintenant propriétaire de ce groupe.',
  declined: 'Quelqu’un d’autre sera sollicité.',
};
