export const en = {
  contacts: 'Contact',
  /** The full name of each contact link. */
  contact: {
    email: (name: string) => `Write to ${name}`,
    phone: (name: string) => `Call ${name}`,
    chat: (name: string) => `Chat with ${name}`,
  },
  chat: 'Chat',
  expertise: 'Knows about',
  manager: 'Manager',
  departed: 'Has left the company',
  profile: 'See profile',
  gone: 'This person is not in the directory.',
  /** For guests. */
  hidden: 'You can see only this person’s name.',
  loading: 'Loading…',
};

export type ProfileStrings = typeof en;
