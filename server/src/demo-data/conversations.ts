import { furnaceHeat, manchester } from './conversations-articles.ts';
import { earlierCompanyPosts } from './conversations-company-earlier.ts';
import { recentCompanyPosts } from './conversations-company-recent.ts';
import { line4 } from './conversations-line-4.ts';
import { ownWalls } from './conversations-own-walls.ts';
import { teamWall } from './conversations-team-wall.ts';
import type { PageTalk, WallTalk } from './conversation.ts';

const liked = (page: string, title: string, reactions: number): PageTalk => ({
  page,
  title,
  days: 20,
  reactions,
  comments: [],
});

/** What is said and liked on the pages of the demo. */
export const pageTalks: readonly PageTalk[] = [
  line4,
  furnaceHeat,
  manchester,
  liked('equipe-qualite-douai', 'L’équipe qualité de Douai · Le Fil', 38),
  liked('bref-forum-nantes', 'Forum des métiers à Nantes', 27),
  liked('bref-tri-toulouse', 'Toulouse passe au tri à cinq bacs', 14),
  liked('bref-entrepot-gent', 'Gent : l’entrepôt B rouvre', 19),
];

export const wallTalks: readonly WallTalk[] = [
  { wall: 'company', posts: [...recentCompanyPosts, ...earlierCompanyPosts] },
  teamWall,
  ...ownWalls,
];
