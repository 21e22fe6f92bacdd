import type { ChannelFieldStrings } from './en.js';

export const strings: ChannelFieldStrings = {
  postIn: 'Publier dans',
  none: 'Aucun canal',
};
