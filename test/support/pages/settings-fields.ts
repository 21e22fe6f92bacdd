import { findAll, textOf } from './shadow-dom.js';
import { until } from './until.js';

/** The fields and buttons of the settings of notifications, wherever these are. */
export class SettingsFields {
  constructor(readonly element: HTMLElement) {}

  readonly until = until;

  /** The field with this label. */
  field<T extends HTMLElement>(label: string): T {
    const labels = this.findAll<HTMLLabelElement>('label');
    return labels.find((each) => textOf(each).startsWith(label))?.control as T;
  }

  /** Chooses by its label, as a person does. */
  choose(field: string, option: string): void {
    const select = this.field<HTMLSelectElement>(field);
    select.selectedIndex = [...select.options].findIndex(({ text }) => text.trim() === option);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** What is chosen. */
  chosen(field: string): string {
    return this.field<HTMLSelectElement>(field).selectedOptions[0]!.text.trim();
  }

  hasButton(name: string): boolean {
    return this.findAll('button').some((each) => textOf(each) === name);
  }

  /** Presses what is called so. */
  press(name: string): void {
    const buttons = this.findAll<HTMLElement>('button, a');
    buttons.find((each) => textOf(each) === name || (each.ariaLabel || textOf(each)).startsWith(name))!.click();
  }

  find<T extends Element = HTMLElement>(selector: string): T | undefined {
    return this.findAll<T>(selector)[0];
  }

  findAll<T extends Element = HTMLElement>(selector: string): T[] {
    return findAll<T>(this.element, selector);
  }
}
