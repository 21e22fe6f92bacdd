import { expect } from '@open-wc/testing';
import { graphql, mutate, type Person } from '@parvis/core';
import { startServer, type TestServer } from '../../support/browser/server.js';
import { PersonCardPage } from '../../support/pages/person-card-page.js';
import { makeGroup } from '../groups/group-writing.ts';

const SET_KIND = graphql(`
  mutation SetTestKind($input: SetPersonKindInput!) {
    setPersonKind(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

const READ_ID = graphql(`
  query ReadTestPerson($handle: String!) {
    person(handle: $handle) {
      id
    }
  }
`);

describe('the card of a person, for a guest', () => {
  let server: TestServer;

  const become = async (kind: Person['kind']) => {
    const admin = server.client('antoine.perrin');
    const { person } = await admin.query(READ_ID, { handle: 'tom.whitaker' });
    await mutate(admin, SET_KIND, { personId: person!.id, kind });
  };
  before(async () => {
    server = await startServer();
    await become('GUEST');
    server.signIn('tom.whitaker');
  });
  after(() => become('EMPLOYEE'));
  afterEach(() => PersonCardPage.close());

  for (const [lang, sentence] of [
    ['en', 'You can see only this person’s name.'],
    ['fr', 'Vous ne voyez que le nom de cette personne.'],
  ] as const) {
    it(`says that they see no more than the name, and is no error: ${lang}`, async () => {
      const david = { handle: 'david.chen', name: 'David Chen', kind: 'CONTRACTOR' } as const;
      const page = await PersonCardPage.open(david, { lang });
      page.name.click();
      await page.untilOpen();

      await page.until(() => page.text('.hidden') === sentence, sentence);
      expect(page.card!.getAttribute('aria-busy')).to.equal('false');
      expect(page.card!.getAttribute('aria-label')).to.match(/^David Chen, (contractor|prestataire)$/);
      expect(page.card!.querySelector('parvis-notice')).to.equal(null);
      await expect(page.root).to.be.accessible();
    });
  }

  it('shows all of who is in a group with them', async () => {
    const nadia = { handle: 'nadia.benali', name: 'Nadia Benali' };
    await makeGroup(server.client(nadia.handle), {
      visibility: 'HIDDEN',
      join: 'INVITE',
      members: { 'tom.whitaker': 'GUEST' },
    });
    const page = await PersonCardPage.open(nadia);
    page.name.click();
    await page.untilLoaded();

    expect(page.text('[part=job]')).to.equal('Cheffe d’équipe logistique');
    expect(page.contacts.map(({ href }) => href)).to.include('mailto:nadia.benali@vauclair.example');
  });

  it('shows all of their own', async () => {
    const page = await PersonCardPage.open({ handle: 'tom.whitaker', name: 'Tom Whitaker' });
    page.name.click();
    await page.untilLoaded();

    expect(page.text('[part=job]')).to.equal('Maintenance lead');
  });
});
