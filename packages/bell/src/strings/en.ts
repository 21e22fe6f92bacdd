export const en = {
  notifications: 'Notifications',
  /** The name of the bell. */
  withNew: (count: string) => `Notifications, ${count} new`,
  failed: 'Notifications could not be loaded. Try again',
  /** Announced when something comes. @param isOne - Whether there is one in all that is new. */
  announced: (count: string, isOne: boolean) => (isOne ? '1 new notification' : `${count} new notifications`),
};

export type BellStrings = typeof en;
