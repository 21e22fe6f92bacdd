import type { LikeButtonStrings } from './en.js';

const people = (count: number) => `${count} ${count < 2 ? 'personne' : 'personnes'}`;

export const strings: LikeButtonStrings = {
  reactions: {
    LIKE: 'J’aime',
    LOVE: 'J’adore',
    CELEBRATE: 'Bravo',
    INSIGHTFUL: 'Éclairant',
    SUPPORT: 'Soutien',
    LAUGH: 'Drôle',
  },
  name: (reaction, count) => (count ? `${reaction}, ${people(count)}` : reaction),
  whoReacted: (count) => `${people(count)} ${count < 2 ? 'a' : 'ont'} réagi. Voir qui`,
  everyone: 'Tout',
  react: 'Réagir',
  showMore: 'Afficher plus',
};
