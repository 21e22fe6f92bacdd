import type { FollowButtonStrings } from './en.js';

export const strings: FollowButtonStrings = {
  follow: 'Suivre',
  states: {
    ALL: 'Abonné·e',
    ANSWERS: 'Abonné·e : réponses',
    MENTIONS: 'Abonné·e : mentions',
    NONE: 'En sourdine',
  },
  levels: {
    ALL: 'Toutes les nouveautés',
    ANSWERS: 'Les réponses qui me sont faites',
    MENTIONS: 'Seulement où je suis mentionné·e',
    NONE: 'Rien',
  },
  stop: 'Ne plus suivre',
  choose: 'Ce que vous voulez en savoir',
  of: (label, name) => `${label}, ${name}`,
};
