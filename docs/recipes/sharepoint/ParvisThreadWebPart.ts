import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';

/** As the script is loaded from the server, TypeScript knows of it what stands here. */
interface Parvis {
  configureParvis(options: { getToken: () => Promise<string> }): Promise<void>;
}

const server = 'https://social.example.org';
/** The App ID URI of the registration in Entra that `PARVIS_JWT_AUDIENCE` names. */
const audience = 'api://parvis';

/** The discussion of the page that the web part stands on. */
export default class ParvisThreadWebPart extends BaseClientSideWebPart<object> {
  protected async onInit(): Promise<void> {
    // A variable, so that neither TypeScript nor webpack looks for a package of that name.
    const script = `${server}/parvis.js`;
    const { configureParvis } = (await import(/* webpackIgnore: true */ script)) as Parvis;
    const tokens = await this.context.aadTokenProviderFactory.getTokenProvider();
    await configureParvis({ getToken: () => tokens.getToken(audience) });
  }

  public render(): void {
    const { list, listItem } = this.context.pageContext;
    const thread = document.createElement('parvis-comment-thread');
    thread.setAttribute('subject', `sharepoint:${String(list?.id)}:${String(listItem?.id)}`);
    this.domElement.replaceChildren(thread);
  }
}
