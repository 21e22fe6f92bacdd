import '@parvis/loader/start.js';
import { mutate, type ParvisClient } from '@parvis/core';
import { UPDATE_GROUP } from '@parvis/groups/settings/settings-operations.js';
import { deleteGroup, setArchived } from '@parvis/groups/writing/group-writer.js';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { GroupPage } from '../../support/pages/group-page.ts';
import { ask, decide, invite, makeGroup, putRole } from './group-writing.ts';

let words = 0;

describe('list of groups: what others do meanwhile', () => {
  let server: TestServer;
  let ines: ParvisClient;
  /** In the names of the groups of one test. */
  let word: string;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('paul.lefevre');
    ines = server.client('ines.carpentier');
    word = `Zeta${Date.now().toString(36)}${++words}`;
  });
  afterEach(() => GroupPage.close());

  const listed = (page: GroupPage, ...names: string[]) =>
    page.until(
      () => page.groups.join() === names.map((name) => `${name} ${word}`).join(),
      `listed are ${names.join()}`,
    );

  const group = (name: string, options: Parameters<typeof makeGroup>[1] = {}) =>
    makeGroup(ines, { name: `${name} ${word}`, ...options });
  const asMember = { members: { 'paul.lefevre': 'MEMBER' } } as const;

  it('shows a group to who is let in, in its place, and no more to who is taken out', async () => {
    const hidden = { visibility: 'HIDDEN', join: 'INVITE' } as const;
    const middle = await group('M', hidden);
    await group('Z', asMember);
    await group('A', asMember);
    const page = await GroupPage.list({ query: word });
    await listed(page, 'A', 'Z');

    await putRole(ines, middle, 'paul.lefevre', 'MEMBER');
    await listed(page, 'A', 'M', 'Z');
    await putRole(ines, middle, 'paul.lefevre', null);

    await listed(page, 'A', 'Z');
  });

  it('shows an invitation at once, and how a request ended', async () => {
    const page = await GroupPage.list();
    const hidden = await group('Hidden', { visibility: 'HIDDEN', join: 'INVITE' });

    await invite(ines, hidden, 'paul.lefevre');

    await page.says(`Hidden ${word}`);
    await page.says('You are invited');
    const closed = await group('Closed', { visibility: 'PRIVATE', join: 'REQUEST' });
    await ask(server.client('paul.lefevre'), closed);
    const others = await GroupPage.list({ scope: 'discover', query: word });
    await others.says('Request sent');
    await decide(ines, closed, 'paul.lefevre', false);
    await others.until(() => !others.text.includes('Request sent'), 'it is over');
  });

  it('shows the new name of a group, that it is archived, and that it is gone', async () => {
    const first = await group('First', asMember);
    const other = await group('Other', asMember);
    const page = await GroupPage.list({ query: word });
    await listed(page, 'First', 'Other');

    await mutate(ines, UPDATE_GROUP, { groupId: first.id, name: `Fourth ${word}` });
    await listed(page, 'Fourth', 'Other');
    await setArchived(ines, other.id, true);
    await page.says('archived');
    await deleteGroup(ines, other.id);

    await listed(page, 'Fourth');
  });

  it('leaves the keyboard where it is, and has it where the group under it is gone', async () => {
    const first = await group('First', asMember);
    const other = await group('Other', asMember);
    const page = await GroupPage.list({ query: word });
    await listed(page, 'First', 'Other');
    page.all<HTMLElement>('.open')[1]!.focus();

    await putRole(ines, first, 'paul.lefevre', null);
    await listed(page, 'Other');
    await page.untilFocused(() => page.find('.open'));
    await putRole(ines, other, 'paul.lefevre', null);
    await listed(page);

    await page.untilFocused(() => page.find('input'));
  });
});
