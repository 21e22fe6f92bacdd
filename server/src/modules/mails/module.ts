import { defineModule, none } from '../../module.ts';
import { createMailService } from './create-mails.ts';
import { answerHeld, answerRefused } from './incoming/reply-mails.ts';
import { defineMailSchema } from './mail-schema.ts';
import type { MailService } from './mail-service.ts';
import type { MailTables } from './mail-table.ts';
import { mailJob } from './outgoing/mail-post.ts';

declare module '../../database/database.ts' {
  interface Database extends MailTables {}
}
declare module '../../graphql/context.ts' {
  interface Services {
    mails: MailService;
  }
}
declare module '../../queue/job.ts' {
  interface JobKinds {
    forgetMails: null;
  }
}

const day = 24 * 60 * 60 * 1000;

/** Mails to people, and what they answer. It names no module that has something to write or to be answered: these declare it. */
export const mails = defineModule({
  name: 'mails',
  needs: ['people'],
  service: (platform, { people }, { audiences, mails, answers }) =>
    createMailService({ ...platform, people, audiences, mails, answers }),
  loaders: none,
  schema: (builder) => defineMailSchema(builder),
  subjects: none,
  topics: none,
  pageMoved: ({ mails }) => mails,
  personMerged: ({ mails }) => mails,
  wallMerged: none,
  events: none,
  postKind: none,
  walls: none,
  audiences: none,
  acquaintances: none,
  notices: none,
  purge: none,
  jobs: {
    sendMail: {
      parse: (payload) => mailJob.parse(payload),
      run: ({ mails }, job) => mails.post.send(job),
    },
    takeMail: {
      parse: (payload) => mailJob.parse(payload),
      run: ({ mails }, job) => mails.desk.take(job),
    },
    forgetMails: {
      parse: () => null,
      run: ({ mails }) => mails.forget(),
      every: day,
    },
  },
  mails: ({ mails }) => ({ answerRefused, answerHeld: answerHeld(mails.held) }),
  answers: none,
  routes: ({ mails }) => [mails.held.route],
  background: ({ mails }) => mails,
});
