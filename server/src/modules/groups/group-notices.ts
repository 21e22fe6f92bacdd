import { frenchHas, type NoticeDeclaration, type NoticeWords } from '../../events/notices.ts';

declare module '../../events/notices.ts' {
  interface NoticeKinds {
    MEMBERSHIP_REQUESTED: true;
    MEMBERSHIP_ACCEPTED: true;
    MEMBERSHIP_REFUSED: true;
    INVITED_TO_GROUP: true;
    ROLE_CHANGED: true;
    OWNER_WANTED: true;
  }
}

const group = ({ place }: NoticeWords) => (place === null ? 'a group' : `“${place}”`);
const groupe = ({ place }: NoticeWords) => (place === null ? 'un groupe' : `le groupe «\u00a0${place}\u00a0»`);

/** What people are told of groups, beside of what is said there. */
export const groupNotices = {
  MEMBERSHIP_REQUESTED: {
    level: 'ACTION',
    delivery: 'MAIL',
    label: { en: 'Requests to join your groups', fr: 'Les demandes de rejoindre vos groupes' },
    say: {
      en: (words) => `${words.people} ${words.count > 1 ? 'ask' : 'asks'} to join ${group(words)}`,
      fr: (words) => `${words.people} ${words.count > 1 ? 'demandent' : 'demande'} à rejoindre ${groupe(words)}`,
    },
  },
  MEMBERSHIP_ACCEPTED: {
    level: 'INFORMATION',
    delivery: 'MAIL',
    label: { en: 'Groups that let you in', fr: 'Les groupes qui vous accueillent' },
    say: {
      en: (words) => `${words.people} let you into ${group(words)}`,
      fr: (words) => `${words.people} vous ${frenchHas(words)} ouvert ${groupe(words)}`,
    },
  },
  MEMBERSHIP_REFUSED: {
    level: 'INFORMATION',
    delivery: 'HERE',
    label: { en: 'Groups that decline your request', fr: 'Les groupes qui refusent votre demande' },
    say: {
      en: (words) => `${words.people} declined your request to join ${group(words)}`,
      fr: (words) => `${words.people} ${frenchHas(words)} refusé votre demande de rejoindre ${groupe(words)}`,
    },
  },
  INVITED_TO_GROUP: {
    level: 'ACTION',
    delivery: 'MAIL',
    label: { en: 'Invitations to groups', fr: 'Les invitations à des groupes' },
    say: {
      en: (words) => `${words.people} invited you to join ${group(words)}`,
      fr: (words) => `${words.people} vous ${words.count > 1 ? 'proposent' : 'propose'} de rejoindre ${groupe(words)}`,
    },
  },
  ROLE_CHANGED: {
    level: 'INFORMATION',
    delivery: 'DIGEST',
    label: { en: 'Your role in a group', fr: 'Votre rôle dans un groupe' },
    say: {
      en: (words) => `${words.people} changed your role in ${group(words)}`,
      fr: (words) => `${words.people} ${frenchHas(words)} changé votre rôle dans ${groupe(words)}`,
    },
  },
  OWNER_WANTED: {
    level: 'ACTION',
    delivery: 'MAIL',
    label: { en: 'Groups that need an owner', fr: 'Les groupes qui cherchent un propriétaire' },
    say: {
      en: (words) => `${words.people} left: will you take over ${group(words)}, which needs an owner?`,
      fr: (words) =>
        `Après le départ de ${words.people}, reprendrez-vous ${groupe(words)}, qui n’a plus de propriétaire\u00a0?`,
    },
  },
} satisfies Record<string, NoticeDeclaration>;
