import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { graphql, mutate, type ParvisClient } from '@parvis/core';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { GroupPage } from '../../support/pages/group-page.ts';
import { announced } from '../../support/pages/shadow-dom.ts';
import { type Made, makeGroup, personId } from './group-writing.ts';

const DEACTIVATE = graphql(`
  mutation DeactivateForTest($input: DeactivatePersonInput!) {
    deactivatePerson(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);
const REACTIVATE = graphql(`
  mutation ReactivateForTest($input: ReactivatePersonInput!) {
    reactivatePerson(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

describe('group: without an owner', () => {
  let server: TestServer;
  let admin: ParvisClient;
  let group: Made;

  // People depart here: not on the server of other tests.
  before(async () => (server = await startServer({ PARVIS_GROUP_CREATORS: 'employees' })));
  beforeEach(async () => {
    server.signIn('paul.lefevre');
    admin = server.client('antoine.perrin');
    const members = { 'paul.lefevre': 'MEMBER', 'nadia.benali': 'MEMBER' } as const;
    group = await makeGroup(server.client('ines.carpentier'), { visibility: 'HIDDEN', join: 'INVITE', members });
  });
  afterEach(async () => {
    GroupPage.close();
    await mutate(admin, REACTIVATE, { personId: await personId(admin, 'ines.carpentier') });
  });

  const lastOwnerDeparts = async () =>
    mutate(admin, DEACTIVATE, { personId: await personId(admin, 'ines.carpentier') });

  it('asks a member on its open page, who takes it over by the keyboard', async () => {
    const page = await GroupPage.ready(group.handle);
    await page.says('You are a member');
    expect(!!page.find('parvis-group-offer')).to.equal(false);

    await lastOwnerDeparts();

    await page.says('This group has no owner any more');
    await page.until(() => page.button('Not me'), 'there are two answers');
    await expect(page.element).to.be.accessible();
    expect(page.facts).not.to.contain('Inès');
    page.button('Take it over')!.focus();
    await sendKeys({ press: 'Enter' });

    await page.says('You are an owner');
    await page.until(() => announced() === 'You own this group now.', 'it is said');
    expect(!!page.find('parvis-group-offer')).to.equal(false);
    await page.untilFocused(() => page.find('.head'));
  });

  it('is left to others, in French', async () => {
    await lastOwnerDeparts();
    const page = await GroupPage.ready(group.handle, { lang: 'fr' });
    await page.says('Voulez-vous le reprendre ?');

    await page.press('Pas moi');

    await page.until(() => announced() === 'Quelqu’un d’autre sera sollicité.', 'it is said');
    await page.until(() => !page.find('parvis-group-offer'), 'it is asked no more');
  });
});
