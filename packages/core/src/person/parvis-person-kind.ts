import { define } from '../define.js';
import { localised } from '../localisation/locale-controller.js';
import { spokenName } from './kind-words.js';
import { PersonKindElement } from './person-kind-element.js';
import { spoken } from './spoken-name.js';

define('parvis-person-kind', PersonKindElement);
spoken.name = spokenName;
for (const host of localised) host.requestUpdate();

declare global {
  interface HTMLElementTagNameMap {
    'parvis-person-kind': PersonKindElement;
  }
}
