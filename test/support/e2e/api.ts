import { GraphQLCaller, overHttp } from '../graphql-caller.ts';

/** A person of the demo who works its server over HTTP, to prepare what others see in a browser. */
export class Api extends GraphQLCaller {
  readonly #address: string;

  constructor(address: string, handle: string) {
    super(overHttp(address, { cookie: `parvis_persona=${handle}` }));
    this.#address = address;
  }

  as(handle: string): Api {
    return new Api(this.#address, handle);
  }

  /** Comments on a page or post, or replies to a comment; its id. */
  async comment(subjectId: string, body: string): Promise<string> {
    return (await this.mutate('addComment', { subjectId, body }, 'comment { id }')).comment.id;
  }

  /** @param wallKey - `company`, `page:…` or `person:…` */
  async addPost(wallKey: string, body: string, linkUrl?: string): Promise<string> {
    return (await this.mutate('addPost', { wallKey, body, linkUrl }, 'post { id }')).post.id;
  }

  async react(subjectId: string, content: string): Promise<void> {
    await this.mutate('setReaction', { subjectId, content });
  }
}
