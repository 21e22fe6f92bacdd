import { Network } from '../../../support/browser/network.ts';
import { uniqueKey, type TestServer } from '../../../support/browser/server.ts';
import { CommentThreadPage } from '../../../support/pages/comment-thread-page.ts';
import { UnsentPage } from '../../../support/pages/unsent-page.ts';
import { storedComments } from '../../comment-thread/thread-writing.ts';

/** A page with a thread of its own, whose network goes and comes back. */
export class OfflineThread {
  readonly subject = uniqueKey();
  readonly network = new Network();
  thread!: CommentThreadPage;
  unsent!: UnsentPage;

  constructor(readonly server: TestServer) {}

  /** Opens the page as if it were loaded again, by somebody. */
  async open(handle = 'paul.lefevre', lang = 'en'): Promise<void> {
    CommentThreadPage.close();
    this.server.signIn(handle);
    await this.show(lang);
  }

  /** Shows the thread to whoever is signed in. */
  async show(lang = 'en'): Promise<void> {
    this.thread = await CommentThreadPage.open({ subject: this.subject, lang });
    this.unsent = new UnsentPage(this.thread.element);
  }

  async openOnline(handle?: string): Promise<void> {
    await this.open(handle);
    await this.thread.until(() => this.thread.canComment, 'one can comment');
  }

  async writeOffline(text: string): Promise<void> {
    await this.openOnline();
    await this.sendOffline(text);
  }

  /** Writes on the page that is open, and sends when the network has gone. */
  async sendOffline(text: string): Promise<void> {
    await this.thread.until(() => this.thread.canComment, 'one can comment');
    await this.thread.composer.type(text);
    this.network.cut();
    await this.thread.composer.send();
    await this.unsent.untilOnly(text);
  }

  /** Lets the server have what is sent, and loses its answers. */
  loseAnswers(): void {
    this.network.intercept = async (_request, pass) => {
      await pass();
      throw new TypeError('Failed to fetch');
    };
  }

  goOnline(): void {
    this.network.intercept = undefined;
    dispatchEvent(new Event('online'));
  }

  /** What the server has. */
  stored(): Promise<string[]> {
    return storedComments(this.server.client(), this.subject);
  }

  close(): void {
    CommentThreadPage.close();
    this.network.restore();
    localStorage.clear();
  }
}
