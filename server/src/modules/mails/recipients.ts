import type { AudienceSource } from '../../platform/audience.ts';
import type { RowId } from '../../platform/ids.ts';
import { withMemberships } from '../../platform/memberships.ts';
import { viewerOf } from '../../platform/viewer.ts';
import type { Mailbox } from '../../mail/mail-address.ts';
import type { MailLanguage } from '../../mail/outgoing/mail-blocks.ts';
import type { Recipient } from '../../mail/outgoing/mail-composer.ts';
import type { PeopleService, Person } from '../people/index.ts';

/** Somebody who can get mails, and answer them. */
export interface Addressee extends Recipient {
  readonly mailbox: Mailbox;
}

/** Finds the people behind mails, with the rights that they have now. */
export class Recipients {
  readonly #people: PeopleService;
  readonly #audiences: readonly AudienceSource[];
  readonly #language: MailLanguage;

  /** @param language - Of who reads none that we write. */
  constructor(people: PeopleService, audiences: readonly AudienceSource[], language: MailLanguage) {
    this.#people = people;
    this.#audiences = audiences;
    this.#language = language;
  }

  /** Null for who has left, and who has no mail address of which somebody said that it is theirs. */
  async byId(id: RowId): Promise<Addressee | null> {
    return this.#addressee((await this.#people.byIds([id])).get(id));
  }

  async byAddress(address: string): Promise<Addressee | null> {
    return this.#addressee(await this.#people.byMailAddress(address));
  }

  #addressee(person: Person | null | undefined): Addressee | null {
    if (person?.status !== 'ACTIVE' || !person.email || person.mailProved !== true) return null;
    const { id, handle, name, role, kind } = person;
    return {
      viewer: withMemberships(viewerOf({ person: { id, handle, name }, role, kind }), this.#audiences),
      language: this.#languageOf(person),
      mailbox: { name, address: person.email },
    };
  }

  #languageOf({ languages }: Person): MailLanguage {
    const known = languages.map((tag) => tag.toLowerCase().split('-')[0]);
    return known.find((language) => language === 'en' || language === 'fr') ?? this.#language;
  }
}
