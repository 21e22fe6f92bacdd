import type { Profile } from './profile.js';

/** One way to reach a person. */
export interface Contact {
  kind: 'email' | 'phone' | 'chat';
  href: string;
  /** The address itself, where it is readable. */
  address?: string;
}

// Chat addresses come from a setting, and phone numbers from imported files: neither may make a link that runs a script.
const CHAT = /^(https?|msteams|sips?|xmpp|im|slack|skype|gchat|mattermost|rocketchat):/i;

/** The ways to reach a person, in the order in which they are offered. */
export function contactsOf({ email, phone, chatUrl }: Pick<Profile, 'email' | 'phone' | 'chatUrl'>): Contact[] {
  const contacts: Contact[] = [];
  if (email)
    contacts.push({ kind: 'email', href: `mailto:${encodeURIComponent(email).replace(/%40/g, '@')}`, address: email });
  // A note about an extension is for people; a telephone needs digits.
  const number = phone?.replace(/(?!^\+)[^\d*#,]/g, '');
  if (phone && number) contacts.push({ kind: 'phone', href: `tel:${number}`, address: phone });
  if (chatUrl && CHAT.test(chatUrl)) contacts.push({ kind: 'chat', href: chatUrl });
  return contacts;
}

/** Whether a link opens a web page rather than a mail or telephone program. */
export const opensWindow = ({ href }: Contact): boolean => /^https?:/i.test(href);

/** The icon of each kind of contact, on a 24-unit grid. */
export const CONTACT_PATHS: Record<Contact['kind'], string> = {
  email: 'M4 6h16v12H4zM4.5 6.5 12 13l7.500-6.500',
  phone:
    'M6.500 4h3l1.500 4-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2 4 1.500v3a2 2 0 0 1-2 2A15.500 15.500 0 0 1 4.500 6a2 2 0 0 1 2-2z',
  chat: 'M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5',
};
