import type { AuditLog } from '../../audit/audit-log.ts';
import type { RowId } from '../../platform/ids.ts';
import type { DatabaseConnection } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import type { Outbox } from '../../events/outbox.ts';
import type { Acquaintances } from './acquaintances.ts';
import { PeopleDirectory } from './directory/directory.ts';
import { PeopleFinder } from './search/finder.ts';
import { PeopleIdentities } from './people-identities.ts';
import { findByKeys } from './people-store.ts';
import { rebuildIndex } from './search/index-store.ts';
import type { PeopleSearch } from './search/search.ts';
import { PostgresPeopleSearch } from './search/search-postgres.ts';
import { SqlitePeopleSearch } from './search/search-sqlite.ts';
import type { PersonFollower } from './person-follower.ts';
import { PeopleRights } from './people-rights.ts';
import { PeopleService } from './people-service.ts';
import { PeopleWriter } from './people-writer.ts';
import { PersonCache } from './person-cache.ts';

export { fold, foldedWords } from './folding.ts';
export type { Acquaintances } from './acquaintances.ts';
export { LastAdministrator } from './last-administrator.ts';
export { UnreadableFile } from './import/unreadable-file.ts';
export type { ImportChange, ImportOptions, ImportProblem, ImportReport } from './import/report.ts';
export type { MergeReport } from './people-merge.ts';
export type { PersonFollower, PersonMerge } from './person-follower.ts';
export type { RightsChange } from './people-rights.ts';
export type { PeopleService } from './people-service.ts';
export { type NewPerson, newPerson } from './people-writer.ts';
export { phoneticKey } from './search/phonetic-key.ts';
export { visibleLine } from './visible-text.ts';
export type { Person, PersonDetails, PersonStatus } from './person.ts';

/** Creates the people service with its parts. */
export function createPeopleService({
  database,
  clock,
  outbox,
  audit,
  idempotency,
  chatUrl,
  followers,
  acquaintances,
}: {
  database: DatabaseConnection;
  clock: Clock;
  outbox: Outbox;
  audit: AuditLog;
  idempotency: Idempotency;
  chatUrl: string | null;
  /** The modules whose rows belong to people. */
  followers: readonly PersonFollower[];
  /** Whom guests may find, as the modules know it. */
  acquaintances: readonly Acquaintances[];
}): PeopleService {
  const cache = new PersonCache();
  const index = searchOf(database);
  const directory = new PeopleDirectory(database.db, (ids) => cache.forget(ids));
  const afterwards = (ids: readonly RowId[]) => {
    cache.forget(ids);
    directory.expire();
  };
  const writer = new PeopleWriter({ database, index, clock, outbox, audit, followers, afterwards });
  const finder = new PeopleFinder({
    snapshot: () => directory.snapshot(),
    having: (anyOf) => index.find(database.db, anyOf),
    byKeys: (keys, contacts) => findByKeys(database.db, keys, contacts),
  });
  const identities = new PeopleIdentities(database, writer, clock);
  const rights = new PeopleRights(database, writer, idempotency);
  return new PeopleService({
    database,
    audit,
    directory,
    finder,
    writer,
    identities,
    rights,
    cache,
    chatUrl,
    followers,
    acquaintances,
  });
}

/** Rebuilds the full-text index, for people who were not written by the service. */
export async function rebuildPeopleSearch(database: DatabaseConnection): Promise<void> {
  await rebuildIndex(database, searchOf(database));
}

function searchOf({ dialect }: DatabaseConnection): PeopleSearch {
  switch (dialect) {
    case 'sqlite':
      return new SqlitePeopleSearch();
    case 'postgres':
      return new PostgresPeopleSearch();
  }
}
