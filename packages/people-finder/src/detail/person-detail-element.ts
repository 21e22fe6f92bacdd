import {
  anew,
  alertStyles,
  buttonStyles,
  ClientController,
  ConnectionController,
  hostStyles,
  icon,
  LocaleController,
  ParvisError,
  QueryController,
  renderKind,
  skeletonStyles,
  type Person,
} from '@parvis/core';
import { renderAbsence } from '@parvis/core/absence/render-absence.js';
import { otherLettersStyles, renderOtherLetters } from '@parvis/core/person-card/other-letters-view.js';
import { profileStyles, renderContacts, renderExpertise, renderPost } from '@parvis/core/person-card/profile-view.js';
import { profileStrings } from '@parvis/core/person-card/strings/catalogue.js';
import { spokenName } from '@parvis/core/person/kind-words.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { AbsenceFormElement } from '@parvis/core/absence-form/absence-form-element.js';
import { PersonChosenEvent } from '../person-chosen-event.js';
import { activityStyles, renderActivity } from './activity-view.js';
import { languageNames } from './language-names.js';
import { PERSON_DETAIL, REPORTS, type PersonDetail } from './person-detail-operations.js';
import { personDetailStyles } from './person-detail-styles.js';
import { personDetailStrings } from './strings/catalogue.js';

/** The reader goes back to where they came from. */
export class DetailBackEvent extends Event {
  static readonly type = 'parvis-detail-back';
  constructor() {
    super(DetailBackEvent.type);
  }
}

const BACK = 'M19 12H5M11 6l-6 6 6 6';
const REPORTS_SIZE = 12;

/** All there is to see of a person, and the way to those above and below. */
export class PersonDetailElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    skeletonStyles,
    alertStyles,
    profileStyles,
    otherLettersStyles,
    activityStyles,
    personDetailStyles,
  ];

  /** Whose. */
  @property() handle = '';

  /** The level of the name as a heading. */
  @property({ type: Number }) headingLevel = 3;

  /** Whether the viewer writes when they are away. */
  @state() private isLeaving = false;

  @query('section') private readonly section!: HTMLElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, personDetailStrings);
  readonly #profile = new LocaleController(this, profileStrings);
  readonly #reports = new ConnectionController(this, {
    client: this.#client,
    name: () => undefined,
    pageSize: () => REPORTS_SIZE,
    insertAt: () => 'end',
    load: async (page) => {
      const { person } = await this.#client.current.query(REPORTS, { handle: this.handle, ...page });
      if (!person) throw new ParvisError('NOT_FOUND');
      return person.reports;
    },
  });
  readonly #person = new QueryController(this, {
    args: () => [this.#client.current, this.handle] as const,
    load: async ([client, handle], signal) => {
      const session = client.session().catch(() => undefined);
      const { person } = await client.query(PERSON_DETAIL, { handle, reports: REPORTS_SIZE }, signal);
      if (!person) throw new ParvisError('NOT_FOUND');
      // Another person may be shown by now.
      if (!signal.aborted) this.#reports.reset(person.reports);
      const isViewer = (await session)?.viewer?.person.id === person.id;
      return { id: person.id, reports: person.reports.totalCount, isViewer };
    },
  });

  override focus(options?: FocusOptions): void {
    this.section.focus(options);
  }

  protected override render() {
    const { text } = this.#locale;
    const isReady = this.#locale.ready && this.#profile.ready;
    const person = isReady ? this.#client.get<PersonDetail>(this.#person.value?.id) : undefined;
    const name = person ? spokenName(person, this.#profile.lang) : this.#profile.text.loading;
    return html`<section
      tabindex="-1"
      aria-label=${name}
      aria-busy=${!this.#person.value && !this.#person.error}
      part="person"
      @keydown=${this.#onKeydown}
    >
      <button class="back" type="button" @click=${this.#goBack}>${icon(BACK)}${text.back}</button>
      ${person ? anew(person.id, this.#renderPerson(person)) : this.#renderWait()}
    </section>`;
  }

  #renderPerson(person: PersonDetail) {
    const { text } = this.#profile;
    return html`${this.#renderManagers(person.managers)}
      <header>
        <parvis-avatar .person=${person}></parvis-avatar>
        <div>
          <div class="name" part="name" role="heading" aria-level=${this.headingLevel}>
            <bdi>${person.name}</bdi>${renderKind(person)}
          </div>
          ${renderPost(person)}${renderOtherLetters(person.name, this.#profile.lang)}
          <parvis-follow-button class="unprinted" .person=${person.handle}></parvis-follow-button>
        </div>
      </header>
      ${this.isLeaving ? nothing : renderAbsence(person, { link: (substitute) => this.#renderLink(substitute) })}${this.#person.value!.isViewer ? this.#renderLeaving(person) : nothing}
      ${
        person.status === 'DEPARTED'
          ? html`<p><span class="departed">${text.departed}</span></p>`
          : renderContacts(person, this.#profile)
      }
      ${person.bio ? html`<p class="bio" dir="auto">${person.bio}</p>` : nothing}
      ${person.expertise.length ? this.#renderPart(text.expertise, renderExpertise(person, text)) : nothing}
      ${this.#renderLanguages(person.languages)}${this.#renderReports()}${this.#renderActivities(person)}`;
  }

  /** The way up: from the top of the company down to the direct manager. */
  #renderManagers(managers: readonly Person[]) {
    if (!managers.length) return nothing;
    return html`<nav aria-label=${this.#locale.text.managers}>
      <ol>
        ${managers.toReversed().map((manager) => html`<li>${this.#renderLink(manager)}</li>`)}
      </ol>
    </nav>`;
  }

  #renderLeaving({ absence }: PersonDetail) {
    const { text } = this.#locale;
    if (this.isLeaving)
      return html`<parvis-absence-form
        .absence=${absence}
        .headingLevel=${this.headingLevel + 1}
        @parvis-absence-close=${this.#onStay}
      ></parvis-absence-form>`;
    return html`<button class="away outlined unprinted" type="button" @click=${this.#onLeave}>
      ${absence ? text.changeAbsence : text.beAway}
    </button>`;
  }

  #renderLanguages(languages: readonly string[]) {
    if (!languages.length) return nothing;
    return this.#renderPart(this.#locale.text.languages, html`<p>${languageNames(languages, this.#locale.lang)}</p>`);
  }

  #renderReports() {
    const { text, lang } = this.#locale;
    const total = this.#person.value!.reports;
    if (!total) return nothing;
    const { ids, hasNext, loading, error } = this.#reports;
    return this.#renderPart(
      text.reports(total, new Intl.NumberFormat(lang).format(total)),
      html`<ul class="reports">
          ${ids.map((id) => this.#renderReport(this.#client.get<Person>(id)))}
        </ul>
        ${error ? html`<parvis-notice .error=${error} @parvis-notice-retry=${this.#onMore}></parvis-notice>` : nothing}
        ${
          hasNext && !error
            ? html`<button class="outlined" type="button" aria-disabled=${!!loading} @click=${this.#onMore}>
                ${text.showMore}
              </button>`
            : nothing
        }`,
    );
  }

  #renderReport(person: Person | undefined) {
    if (!person) return nothing;
    return html`<li>
      <parvis-avatar .person=${person}></parvis-avatar>
      <div>
        ${this.#renderLink(person)}
        ${person.jobTitle ? html`<span class="place"><bdi>${person.jobTitle}</bdi></span>` : nothing}
      </div>
    </li>`;
  }

  #renderActivities({ activity }: PersonDetail) {
    const { text } = this.#locale;
    if (!activity.length) return nothing;
    const items = activity.map((item) => renderActivity(item, text));
    return this.#renderPart(
      text.activity,
      html`<ul class="activity">
        ${items}
      </ul>`,
    );
  }

  #renderPart(title: string, content: unknown) {
    return html`<div class="part">
      <div class="title" role="heading" aria-level=${this.headingLevel + 1}>${title}</div>
      ${content}
    </div>`;
  }

  #renderLink({ handle, name, kind }: Person) {
    const choose = () => this.dispatchEvent(new PersonChosenEvent(handle));
    return html`<button class="link printed" type="button" dir="auto" @click=${choose}>
      ${name}${renderKind({ kind })}
    </button>`;
  }

  #renderWait() {
    const { error } = this.#person;
    if (error) {
      return html`<parvis-notice .error=${error} @parvis-notice-retry=${() => this.#person.reload()}
        >${error.code === 'NOT_FOUND' ? this.#locale.text.gone : nothing}</parvis-notice
      >`;
    }
    return html`<header>
        <span class="skeleton round"></span>
        <div><span class="skeleton"></span><span class="skeleton short"></span></div>
      </header>
      <div class="wait">
        <span class="skeleton"></span><span class="skeleton"></span><span class="skeleton short"></span>
      </div>`;
  }

  readonly #goBack = () => this.dispatchEvent(new DetailBackEvent());

  readonly #onKeydown = (event: KeyboardEvent) => {
    // Escape first ends what an input method composes.
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    // Not for what this stands in, such as a dialog of the page.
    event.preventDefault();
    this.#goBack();
  };

  readonly #onLeave = async () => {
    await import('@parvis/core/absence-form/parvis-absence-form.js');
    this.isLeaving = true;
    await this.updateComplete;
    await this.renderRoot.querySelector<AbsenceFormElement>('parvis-absence-form')?.enter();
  };

  readonly #onStay = async () => {
    this.isLeaving = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.away')?.focus();
  };

  readonly #onMore = async () => {
    const known = this.#reports.ids.length;
    const added = await this.#reports.more();
    await this.updateComplete;
    if (added.length) this.renderRoot.querySelectorAll<HTMLElement>('.reports button')[known]?.focus();
  };
}

declare global {
  interface HTMLElementEventMap {
    [DetailBackEvent.type]: DetailBackEvent;
  }
}
