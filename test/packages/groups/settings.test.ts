import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { GroupPage } from '../../support/pages/group-page.ts';
import { readText, textOf } from '../../support/pages/shadow-dom.ts';
import { writePosts } from '../activity-wall/wall-writing.ts';
import { makeGroup } from './group-writing.ts';

describe('group: settings', () => {
  let server: TestServer;
  let network: Network;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    network = new Network();
    server.signIn('paul.lefevre');
  });
  afterEach(() => {
    GroupPage.close();
    network.restore();
  });

  const paul = () => server.client('paul.lefevre');
  const openSettings = async (handle: string, lang = 'en') => {
    const page = await GroupPage.ready(handle, { lang });
    await page.press(lang === 'fr' ? 'Autres actions' : 'More actions');
    await page.press(lang === 'fr' ? 'Réglages' : 'Settings');
    await page.until(() => page.find('parvis-group-form >> #name'), 'the form is there');
    return page;
  };
  const pick = (page: GroupPage, value: string) =>
    page.find<HTMLInputElement>(`.choice input[value=${value}]`)!.click();

  it('change name and purpose, which the head shows', async () => {
    const { handle } = await makeGroup(paul());
    const page = await openSettings(handle);
    await expect(page.element).to.be.accessible();

    await page.fill('parvis-group-form >> #name', 'Line 4');
    await page.fill('#purpose', 'All about flanges.');
    await page.press('Save');

    await page.says('Settings saved.');
    expect(page.name).to.equal('Line 4');
    expect(textOf(page.find('.head .purpose'))).to.equal('All about flanges.');
  });

  it('say what is missing, and keep what is typed when it cannot be saved', async () => {
    const { handle } = await makeGroup(paul());
    const page = await openSettings(handle);
    page.find<HTMLInputElement>('parvis-group-form >> #name')!.select();
    await page.fill('parvis-group-form >> #name', ' ');
    await page.press('Save');
    await page.says('A group needs a name.');
    await page.untilFocused(() => page.find('parvis-group-form >> #name'));
    await page.fill('parvis-group-form >> #name', 'Kept');
    network.refuse('INTERNAL');
    await page.press('Save');
    await page.says('Something went wrong');
    expect(page.find<HTMLInputElement>('parvis-group-form >> #name')!.value).to.equal('Kept');

    network.intercept = undefined;
    await page.press('Save');
    await page.says('Settings saved.');
  });

  it('say what changes when a private group becomes public, and open what was written only when told to', async () => {
    const { handle } = await makeGroup(paul(), { visibility: 'PRIVATE', join: 'REQUEST' });
    await writePosts(paul(), `group:${handle}`, 'Among us');
    const page = await openSettings(handle);

    pick(page, 'PUBLIC');
    await page.says('All employees will read what is written from now on.');
    await page.press('Save');
    await page.until(() => page.facts.startsWith('Public group'), 'it is public');
    GroupPage.close();
    server.signIn('nadia.benali');
    const hers = await GroupPage.ready(handle);
    await hers.says('Nothing here yet');
  });

  it('tell the new short name of a group that becomes hidden', async () => {
    const { handle } = await makeGroup(paul(), { visibility: 'PRIVATE', join: 'INVITE' });
    const page = await openSettings(handle);

    pick(page, 'HIDDEN');
    await page.says('Its short name changes to one that cannot be guessed');
    expect(page.all<HTMLInputElement>('input[name=join]').map(({ value }) => value)).to.deep.equal(['INVITE', 'RULE']);
    await page.press('Save');

    await page.says('The short name of this group is now g-');
    expect(page.facts).to.contain('Hidden group');
    await page.until(() => page.find('parvis-activity-wall')!.getAttribute('wall')!.startsWith('group:g-'), 'the wall');
    await page.says('Nothing here yet');
  });

  it('write a rule, and show it in words', async () => {
    const { handle } = await makeGroup(paul(), { visibility: 'PRIVATE', join: 'INVITE' });
    const page = await openSettings(handle);
    pick(page, 'RULE');
    await page.until(() => page.find('parvis-rule-editor >> .value'), 'there is an editor');
    await page.press('Save');
    await page.says('Fill in a value');

    await page.fill('parvis-rule-editor >> .value', 'Qualité');
    await page.press('Add a condition');
    await page.until(() => page.all('.condition').length === 2, 'there are two');
    const [field] = page.all<HTMLSelectElement>('.condition')[1]!.querySelectorAll('select');
    field!.value = 'location';
    field!.dispatchEvent(new Event('change'));
    await page.until(() => page.find('.condition + .condition input'), 'a place can be typed');
    await page.fill('.condition + .condition input', 'Douai');
    await page.says('In the group: everyone whose department is Qualité and whose location is Douai.');
    await expect(page.element).to.be.accessible();
    await page.press('Save');

    await page.says('Settings saved.');
    expect(page.facts).to.contain('members by rule');
    const words = () => page.find('parvis-group-rule') && readText(page.find('parvis-group-rule')!);
    await page.until(
      () => words()?.includes('whose department is Qualité and whose location is Douai'),
      'the head says it too',
    );
  });

  it('archive and reopen', async () => {
    const { handle } = await makeGroup(paul());
    const page = await openSettings(handle);

    await page.press('Archive');
    await page.says('This group is archived: everything stays readable');
    await page.until(() => !page.composer, 'nobody writes any more');
    await page.press('Reopen');

    await page.until(() => page.composer, 'one writes again');
  });

  it('delete once it is confirmed, and bring back', async () => {
    const { handle, name } = await makeGroup(paul());
    const page = await openSettings(handle);

    await page.press('Delete');
    await page.says(`Delete “${name}” with all that was said in it?`);
    await page.untilFocused(() => page.button('Keep it'));
    await page.press('Delete the group');
    await page.says('This group is deleted.');
    expect(!!page.find('parvis-activity-wall')).to.equal(false);
    await expect(page.element).to.be.accessible();
    await page.press('Undo');

    await page.until(() => page.composer, 'it is back');
  });

  it('are told in French', async () => {
    const { handle } = await makeGroup(paul(), { join: 'RULE', rule: 'department = "Qualité" and kind != "GUEST"' });

    const page = await openSettings(handle, 'fr');

    await page.says('Dans le groupe : tous ceux dont le service est Qualité et dont le type n’est pas Invité.');
  });
});
