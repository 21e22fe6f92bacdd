export type { MailPost } from './outgoing/mail-post.ts';
export type { MailService } from './mail-service.ts';
export type { Addressee, Recipients } from './recipients.ts';
