import { byLanguage } from '@parvis/core/localisation/language.js';

const words = byLanguage<(count: number) => string>({
  en: (count) => (count === 1 ? '1 new post' : `${count} new posts`),
  // In French, zero and one are singular.
  fr: (count) => (count < 2 ? `${count} nouveau message` : `${count} nouveaux messages`),
});

export const newPosts = (count: number, lang: string): string => words(lang)(count);
