import type { Viewer } from './platform/viewer.ts';
import type { Config } from './config.ts';
import type { DatabaseConnection } from './database/connect.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/log.ts';
import type { Outbox } from './events/outbox.ts';
import { CommentLoaders, CommentService, defineCommentSchema } from './modules/comments/index.ts';
import { defineEventSchema, TopicService } from './modules/live/index.ts';
import { createPeopleService, definePeopleSchema, PeopleLoaders } from './modules/people/index.ts';
import { definePostSchema, PostService } from './modules/posts/index.ts';
import { defineReactionSchema, ReactionLoaders, ReactionService } from './modules/reactions/index.ts';
import { defineRichTextSchema, RichTextComposer } from './modules/rich-text/index.ts';
import { defineSubjectSchema, SubjectLoaders, SubjectService } from './modules/subjects/index.ts';
import { defineWallSchema, WallLoaders, WallService } from './modules/walls/index.ts';
import type { Builder } from './graphql/builder.ts';
import type { Loaders, Services } from './graphql/context.ts';
import type { RequestBudget } from './graphql/request-budget.ts';
import type { Idempotency } from './database/idempotency.ts';

/** What the modules are built from. */
export interface Platform {
  config: Config;
  database: DatabaseConnection;
  clock: Clock;
  log: Logger;
  idempotency: Idempotency;
  outbox: Outbox;
}

/** Makes the services of all modules, each from the platform and the services that it needs. */
export function createServices({ config, database, clock, log, idempotency, outbox }: Platform): Services {
  const { origins, indexNames, reactions: offered, commentMaxLength, postMaxLength, editWindow } = config;
  const people = createPeopleService({ database, clock, outbox, chatUrl: config.chatUrl });
  const composer = new RichTextComposer(people);
  const subjects = new SubjectService({ database, clock, outbox, log, rule: { origins, indexNames } });
  const writing = { database, clock, idempotency, subjects, composer, editWindow };
  const reactions = new ReactionService({ database, clock, idempotency, subjects, offered });
  const comments = new CommentService({ ...writing, maxLength: commentMaxLength });
  const walls = new WallService({ database, clock, subjects, people });
  const posts = new PostService({ ...writing, walls, maxLength: postMaxLength });
  for (const follower of [subjects, comments, posts, walls, reactions, idempotency]) people.followMerges(follower);
  const topics = new TopicService({ subjects, walls, posts, comments });
  return { people, subjects, reactions, comments, walls, posts, topics };
}

/** Makes the loaders of one request. */
export function createLoaders(services: Services, viewer: Viewer, budget: RequestBudget): Loaders {
  const { people, subjects, reactions, comments, walls } = services;
  const subjectLoaders = new SubjectLoaders(subjects, budget);
  return {
    people: new PeopleLoaders(people),
    subjects: subjectLoaders,
    reactions: new ReactionLoaders(reactions, viewer),
    comments: new CommentLoaders(comments, subjectLoaders, budget),
    walls: new WallLoaders(walls),
  };
}

/** Adds the types and fields of all modules to the schema. */
export function defineModules(builder: Builder, _platform: Platform): void {
  definePeopleSchema(builder);
  defineRichTextSchema(builder);
  defineSubjectSchema(builder);
  defineReactionSchema(builder);
  defineCommentSchema(builder);
  defineWallSchema(builder);
  definePostSchema(builder);
  defineEventSchema(builder);
}
