import { newPerson } from '../../server/src/modules/people/index.ts';
import { newPersonDetails } from '../../server/src/modules/people/person.ts';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config.ts';
import { migrate } from '../../server/src/database/migrate.ts';
import { type SignedInViewer, viewerOf } from '../../server/src/platform/viewer.ts';
import { reactionContents } from '../../server/src/modules/reactions/reaction.ts';
import { newId, toGlobalId } from '../../server/src/platform/ids.ts';

const pageKey = 'thread-bench';
export const viewerHandle = 'person-0';

/** What a comment thread shows of a page with 50 comments, before anybody opens an answer. */
export const threadOperation = {
  query: `query Thread($key: String!) {
    pages(keys: [$key]) {
      __typename id commentCount lockedAt viewerCanComment viewerCanLock
      comments(first: 50) {
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        nodes {
          __typename id createdAt editedAt deletedAt commentCount
          viewerCanComment viewerCanUpdate viewerCanDelete viewerCanRestore
          reactionCount viewerReaction viewerCanReact
          reactionGroups { content totalCount viewerHasReacted }
          author { __typename id handle name jobTitle department location avatarUrl status }
          body { tree }
        }
      }
    }
  }`,
  variables: { key: pageKey },
};

/** 50 comments of 50 authors, each with reactions of five people, the viewer among them at every second one. */
export async function seedThread(databaseUrl: string): Promise<void> {
  const app = createApp(readConfig({ DATABASE_URL: databaseUrl, PARVIS_LOG_LEVEL: 'warn' }));
  await migrate(app.database.db);
  const { people, comments, reactions } = app.services;
  const viewers: SignedInViewer[] = [];
  for (let index = 0; index < 60; index += 1) {
    const person = newPerson(newPersonDetails(`person-${index}`, `Camille Martin ${index}`));
    await people.add([person]);
    viewers.push(viewerOf({ person: { id: person.id, ...person.details }, ...person.details }));
  }
  for (let index = 0; index < 50; index += 1) {
    const body = `The *new* line starts on Monday, comment ${index}: see https://intranet.example.org/lines/${index} and tell @person-3.`;
    const draft = { subjectId: toGlobalId('Page', pageKey), body };
    const comment = await comments.create(viewers[index]!, draft, newId());
    const subjectId = toGlobalId('Comment', comment.id);
    for (let person = 0; person < 5; person += 1) {
      const who = viewers[(index % 2 === 0 ? person : person + 1 + index) % 60]!;
      await reactions.set(who, { subjectId, content: reactionContents[person % 3]! }, newId());
    }
  }
  await app.close();
}
