export const en = {
  addLink: 'Add a link',
  link: 'Link to show below the text',
  linkInvalid: 'This is not a web address. Example: https://example.com/page',
  removeLink: 'Remove the link',
};

export type LinkFieldStrings = typeof en;
