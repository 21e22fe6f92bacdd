import type { Profile } from './profile.js';

/** One way to reach a person. */
export interface Contact {
  kind: 'email' | 'phone' | 'chat';
  href: string;
  /** The address itself, where it says something to a reader. */
  address?: string;
}

// The server makes chat addresses from a setting, and people's numbers come from files: nothing that runs may be a link.
const CHAT = /^(https?|msteams|sips?|xmpp|im|slack|skype|gchat|mattermost|rocketchat):/i;

/** How to reach a person, in the order in which to offer it. */
export function contactsOf({ email, phone, chatUrl }: Pick<Profile, 'email' | 'phone' | 'chatUrl'>): Contact[] {
  const contacts: Contact[] = [];
  if (email)
    contacts.push({ kind: 'email', href: `mailto:${encodeURIComponent(email).replace(/%40/g, '@')}`, address: email });
  // An extension after a letter or a slash is for people; a telephone wants digits.
  const number = phone?.replace(/(?!^\+)[^\d*#,]/g, '');
  if (phone && number) contacts.push({ kind: 'phone', href: `tel:${number}`, address: phone });
  if (chatUrl && CHAT.test(chatUrl)) contacts.push({ kind: 'chat', href: chatUrl });
  return contacts;
}

/** Whether a link leads out of this page rather than to a mail or telephone program. */
export const opensWindow = ({ href }: Contact): boolean => /^https?:/i.test(href);

/** The icon of each way, on a grid of 24. */
export const CONTACT_PATHS: Record<Contact['kind'], string> = {
  email: 'M4 6h16v12H4zM4.5 6.5 12 13l7.500-6.500',
  phone:
    'M6.500 4h3l1.500 4-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2 4 1.500v3a2 2 0 0 1-2 2A15.500 15.500 0 0 1 4.500 6a2 2 0 0 1 2-2z',
  chat: 'M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5',
};
