/** Firefox is driven by WebDriver BiDi, which can less than what Chromium is driven by. */
const isFirefox = navigator.userAgent.includes('Firefox/');

/** Why a page cannot be shown as on paper here; nothing where it can. */
export const noPaper = isFirefox ? 'WebDriver BiDi cannot make Firefox show a page as on paper' : '';
