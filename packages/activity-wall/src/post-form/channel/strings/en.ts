export const en = {
  postIn: 'Post in',
  none: 'No channel',
};

export type ChannelFieldStrings = typeof en;
