import { MailReader } from '../../mail/incoming/mail-reader.ts';
import type { DeclaredAnswers } from '../../mail/mail-answer.ts';
import type { MailComposer } from '../../mail/outgoing/mail-composer.ts';
import { createMailSender } from '../../mail/outgoing/mail-sender.ts';
import type { MailConfig } from '../../mail/mail-settings.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { DatabaseConnection } from '../../database/connect.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import { addMailMetrics } from '../../metrics/mail-metrics.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { AudienceSource } from '../../platform/audience.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import type { Secrets } from '../../platform/secrets.ts';
import type { JobQueue } from '../../queue/job-queue.ts';
import type { PeopleService } from '../people/index.ts';
import { AnswerAddresses } from './incoming/answer-addresses.ts';
import { AnswerDesk } from './incoming/answer-desk.ts';
import { Bounces } from './incoming/bounces.ts';
import { HeldAnswers } from './incoming/held-answers.ts';
import { MailIntake } from './incoming/mail-intake.ts';
import { MailService } from './mail-service.ts';
import { MailStops } from './mail-stops.ts';
import { MailPost } from './outgoing/mail-post.ts';
import { Recipients } from './recipients.ts';

interface Parts {
  config: MailConfig;
  database: DatabaseConnection;
  idempotency: Idempotency;
  clock: Clock;
  log: Logger;
  queue: JobQueue;
  audit: AuditLog;
  secrets: Secrets;
  metrics: Metrics;
  rateLimit: RateLimit;
  people: PeopleService;
  audiences: readonly AudienceSource[];
  mails: ReadonlyMap<string, MailComposer>;
  answers: ReadonlyMap<string, DeclaredAnswers>;
}

/** Creates the service with its parts. Opens nothing. */
export function createMailService({
  config,
  people,
  audiences,
  mails,
  answers: takers,
  ...platform
}: Parts): MailService {
  const sender = createMailSender(config);
  const counts = addMailMetrics(platform.metrics);
  const reader = new MailReader({
    maxSize: config.mailSizeLimit,
    ownAddress: config.mailFrom?.address ?? null,
    authservId: config.mailAuthservId,
    dkimDomains: config.mailDkimDomains,
  });
  const recipients = new Recipients(people, audiences, config.mailLanguage);
  const answers = new AnswerAddresses(config.mailAnswerAddress, platform.clock);
  const stops = new MailStops(platform);
  const common = { ...platform, counts, reader, recipients, answers, stops, sender };
  const post = new MailPost({ ...common, from: config.mailFrom, composers: mails });
  return new MailService({
    ...common,
    config,
    post,
    intake: new MailIntake(common),
    desk: new AnswerDesk({ ...common, post, bounces: new Bounces(stops), takers }),
    held: new HeldAnswers({ ...common, publicUrl: config.publicUrl }),
  });
}
