import type { ToolStrings } from './en.js';

export const strings: ToolStrings = {
  formatting: 'Mise en forme',
  tools: {
    bold: 'Gras',
    italic: 'Italique',
    strike: 'Barré',
    link: 'Lien',
    list: 'Liste',
    quote: 'Citation',
    code: 'Code',
    mention: 'Mentionner quelqu’un',
  },
  control: 'Ctrl',
  people: 'Personnes',
  whom: 'Tapez un nom.',
  membersRead: (group) => `Seuls les membres de ${group} voient ce message.`,
  someRead: 'Seules les personnes qui ont accès à cette page voient ce message.',
  found: (n) =>
    n < 2
      ? '1 personne trouvée. Appuyez sur Entrée pour la choisir.'
      : `${n} personnes trouvées. Choisissez avec les flèches haut et bas.`,
};
