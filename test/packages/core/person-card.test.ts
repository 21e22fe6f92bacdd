import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { Network } from '../../support/browser/network.js';
import { startServer } from '../../support/browser/server.js';
import { PersonCardPage } from '../../support/pages/person-card-page.js';
import { hasFocus, pressUntil, textOf } from '../../support/pages/shadow-dom.js';

const nadia = { handle: 'nadia.benali', name: 'Nadia Benali' };

describe('person card', () => {
  let network: Network;

  before(async () =>
    (await startServer({ PARVIS_CHAT_URL: 'https://chat.example/{handle}' })).signIn('ines.carpentier'),
  );
  beforeEach(async () => {
    await resetMouse();
    network = new Network();
  });
  afterEach(async () => {
    network.restore();
    PersonCardPage.close();
    await setViewport({ width: 800, height: 600 });
  });

  const opened = async (person = nadia, surroundings = {}) => {
    const page = await PersonCardPage.open(person, surroundings);
    page.name.click();
    await page.untilOpen();
    await page.untilLoaded();
    return page;
  };

  it('shows who somebody is, how to reach them, what they know and who manages them', async () => {
    const page = await opened();

    expect(page.text('[part=name]')).to.equal('Nadia Benali');
    expect(page.text('[part=job]')).to.equal('Cheffe d’équipe logistique');
    expect(page.text('[part=place]')).to.equal('Logistique · Douai');
    expect(page.contacts.map(({ href }) => href)).to.include.members([
      'mailto:nadia.benali@vauclair.example',
      'https://chat.example/nadia.benali',
    ]);
    expect(page.text('.tags')).to.equal('quais caristes inventaire');
    expect(page.text('.manager')).to.equal('Manager Véronique Dumoulin');
  });

  for (const [lang, sentence] of [
    ['en', 'This person is not in the directory.'],
    ['fr', 'Cette personne n’est pas dans l’annuaire.'],
  ] as const) {
    it(`says that there is no such person any more: ${lang}`, async () => {
      const page = await PersonCardPage.open({ handle: 'no.one', name: 'No One' }, { lang });
      page.name.click();
      await page.untilOpen();

      await page.until(() => page.text('.hidden') === sentence, sentence);
      await expect(page.root).to.be.accessible();
    });
  }

  it('says with which letters a name is written that looks like another', async () => {
    network.intercept = async (_request, pass) =>
      new Response((await (await pass()).text()).replaceAll('Nadia Benali', 'Nаdia Benali'), {
        headers: { 'content-type': 'application/json' },
      });

    const english = await opened();
    expect(english.text('.other-letters')).to.equal('The name has letters of another alphabet (Cyrillic): а');
    PersonCardPage.close();

    const french = await opened(nadia, { lang: 'fr' });
    await french.until(() => french.text('.other-letters').startsWith('Le nom a'), 'the card speaks French');
    expect(french.text('.other-letters')).to.equal('Le nom a des lettres d’un autre alphabet (cyrillique) : а');
  });

  it('asks nothing before a name is rested on or pressed', async () => {
    await PersonCardPage.open(nadia);

    expect(network.requests).to.have.length(0);
  });

  it('opens when the mouse rests on the name, stays while the mouse is in it, and closes after', async () => {
    const page = await PersonCardPage.open(nadia);
    await page.hover(page.name);
    await page.untilOpen();

    await page.hover(page.card!);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(page.isOpen).to.equal(true);
    await sendMouse({ type: 'move', position: [790, 590] });

    await page.untilClosed();
  });

  it('opens when the keyboard rests on the name, and lets it pass through', async () => {
    const page = await PersonCardPage.open(nadia);
    page.root.querySelector<HTMLElement>('#before')!.focus();
    await sendKeys({ press: 'Tab' });
    await page.untilOpen();
    await page.untilLoaded();
    expect(hasFocus(page.name)).to.equal(true);

    await sendKeys({ press: 'Tab' });
    expect(hasFocus(page.contacts[0])).to.equal(true);
    await pressUntil('Tab', ({ id }) => id === 'after');

    await page.untilClosed();
  });

  it('opens for nobody who has gone on before its code came', async () => {
    const page = await PersonCardPage.open(nadia);

    page.name.dispatchEvent(new KeyboardEvent('keyup', { key: 'Tab', bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 1_000));

    expect(page.isOpen).to.equal(false);
  });

  it('takes the keyboard when the name is pressed, and gives it back with Escape', async () => {
    const page = await PersonCardPage.open(nadia);
    page.name.focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => hasFocus(page.card), 'the card has the focus');

    await sendKeys({ press: 'Escape' });
    await page.untilClosed();
    await page.until(() => hasFocus(page.name), 'the name has the focus');
    await new Promise((resolve) => setTimeout(resolve, 600));

    expect(page.isOpen).to.equal(false);
  });

  it('gives the keyboard back to a name that was first hovered, then pressed', async () => {
    const page = await PersonCardPage.open(nadia);
    await page.hover(page.name);
    await page.untilOpen();

    page.name.click();
    await page.until(() => hasFocus(page.card), 'the card has the focus');
    await sendKeys({ press: 'Escape' });

    await page.until(() => hasFocus(page.name), 'the name has the focus');
  });

  it('closes with Escape by itself: not every browser would keep open the dialog of the page around it', async () => {
    const page = await opened();
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });

    page.card!.dispatchEvent(escape);

    expect(page.isOpen).to.equal(false);
    expect(escape.defaultPrevented).to.equal(true);
  });

  it('closes with a press elsewhere', async () => {
    const page = await opened();

    await sendMouse({ type: 'click', position: [790, 590] });

    await page.untilClosed();
  });

  it('shows the name at once, and grey where the rest will be', async () => {
    const release = network.hold();
    const page = await PersonCardPage.open(nadia);
    page.name.click();
    await page.untilOpen();

    expect(page.text('[part=name]')).to.equal('Nadia Benali');
    expect(!!page.find('.skeleton')).to.equal(true);
    expect(page.card!.getAttribute('aria-label')).to.equal('Nadia Benali');
    release();
    await page.untilLoaded();
    expect(!!page.find('.skeleton')).to.equal(false);
  });

  it('says what went wrong, and tries again', async () => {
    network.refuse('INTERNAL');
    const page = await opened();
    expect(page.text('[part=notice]')).to.contain('Something went wrong');

    network.intercept = undefined;
    page.find('[part=action]')!.click();

    await page.until(() => page.contacts.length, 'the card has loaded');
  });

  it('goes to the manager, and keeps the keyboard', async () => {
    const page = await opened();

    page.find('.manager button')!.focus();
    await sendKeys({ press: 'Enter' });

    await page.until(() => page.text('[part=name]') === 'Véronique Dumoulin', 'the manager is shown');
    expect(hasFocus(page.card)).to.equal(true);
  });

  it('says that somebody has left, and offers no way to reach them', async () => {
    const person = { __typename: 'Person', id: 'gone', handle: 'gone', name: 'Ola Nordmann', expertise: [] };
    const data = { person: { ...person, status: 'DEPARTED', email: 'ola@vauclair.example', manager: null } };
    network.intercept = () => Promise.resolve(Response.json([{ data }]));

    const page = await opened({ handle: 'gone', name: 'Ola Nordmann' });

    expect(page.text('.departed')).to.equal('Has left the company');
    expect(page.contacts).to.have.length(0);
  });

  it('links to the profile that the page names, unless its address would run', async () => {
    const answers = ['/people/nadia', 'javascript:alert(1)'];
    const answer = (event: DocumentEventMap['parvis-person-card']) => (event.profileUrl = answers.shift()!);
    document.addEventListener('parvis-person-card', answer);

    const page = await opened();
    expect(page.find<HTMLAnchorElement>('footer a')!.href).to.equal(`${location.origin}/people/nadia`);
    page.find('.manager button')!.click();
    await page.until(() => page.text('[part=name]') === 'Véronique Dumoulin', 'the manager is shown');

    expect(!!page.find('footer a')).to.equal(false);
    document.removeEventListener('parvis-person-card', answer);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`stays within a window of 320 px (${dir}), whatever somebody is called`, async () => {
      await setViewport({ width: 320, height: 480 });
      const name = `${'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)} نادية بن علي`;
      const page = await opened({ ...nadia, name }, { dir });

      const { left, right, top, bottom } = page.card!.getBoundingClientRect();

      expect([left >= 0, right <= 320, top >= 0, bottom <= 480]).to.deep.equal([true, true, true, true]);
      expect(page.card!.scrollWidth).to.be.at.most(page.card!.clientWidth);
    });
  }

  it('has the look of a card, not of the heading or the byline that it hangs on', async () => {
    const page = await PersonCardPage.open(nadia, { lang: 'fr' });
    page.root.style.cssText = 'font: italic 700 12px serif; text-transform: uppercase; white-space: nowrap';
    page.name.click();
    await page.untilOpen();
    await page.untilLoaded();

    const { fontWeight, fontStyle, fontSize, textTransform, whiteSpace } = getComputedStyle(page.card!);

    expect([fontWeight, fontStyle, fontSize, textTransform, whiteSpace]).to.deep.equal([
      '400',
      'normal',
      '15px',
      'none',
      'normal',
    ]);
    expect(textOf(page.find('.manager'))).to.equal('Responsable Véronique Dumoulin');
  });
});
