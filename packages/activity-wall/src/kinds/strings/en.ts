export const en = {
  unknown: 'This page cannot show this kind of post yet. Load the page again.',
};

export type KindStrings = typeof en;
