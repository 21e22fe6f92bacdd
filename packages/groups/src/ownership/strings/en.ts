export const en = {
  asked: (until: string) =>
    `This group has no owner any more. Will you take it over? After ${until}, someone else will be asked.`,
  accept: 'Take it over',
  decline: 'Not me',
  accepted: 'You own this group now.',
  declined: 'Someone else will be asked.',
};

export type OwnershipStrings = typeof en;
