import { byLanguage } from '@parvis/core/localisation/language.js';

// All languages come with the code that writes: the first paint needs none of these words.

const en = {
  write: 'Write a comment',
  placeholder: 'A question, a detail, a thank you…',
  send: 'Comment',
  closed: 'This discussion is closed.',
  signIn: 'Sign in to comment',
  close: 'Close the discussion',
  reopen: 'Reopen the discussion',
};

const fr: typeof en = {
  write: 'Écrire un commentaire',
  placeholder: 'Une question, une précision, un merci…',
  send: 'Publier',
  closed: 'Cette discussion est close.',
  signIn: 'Se connecter pour commenter',
  close: 'Clore la discussion',
  reopen: 'Rouvrir la discussion',
};

/** What is said where one writes, or cannot. */
export const writingWords = byLanguage({ en, fr });
