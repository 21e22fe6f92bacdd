import { listOf, oneOf, parsed, setting, text } from '../../platform/settings-table.ts';
import { readPageRules } from './readers/page-rule.ts';

/** Settings that determine the keys of pages, and who reads them. */
export const pageSettings = {
  indexNames: setting('PARVIS_INDEX_NAMES', {
    takes: listOf(['the name of a file', text.regex(/^[\w.~-]+$/).toLowerCase()], 'file names'),
    default: 'index.html,index.htm,index.php,default.aspx,default.asp,default.htm',
    description:
      'The names of the index files that the intranet’s web servers return for a folder. `/news/index.html` is then the same page as `/news`; upper and lower case are the same.',
  }),
  pageRules: setting('PARVIS_PAGE_RULES', {
    takes: parsed('rules between commas, each such as /hr/** -> group:hr', readPageRules),
    default: '',
    description:
      'Who reads which pages, and what people write there: `/hr/** -> group:hr`, `node:47* -> pass`. A pattern is a path, an address or a plain name; `*` stands for anything but `/`, and `**` for anything. Readers are `everyone`, `employees`, `group:HANDLE`, `pass` (who shows a page pass, see docs/passes.md) or `nobody`. Where several rules name a page, its readers must be meant by all of them.',
  }),
  defaultAudience: setting('PARVIS_DEFAULT_AUDIENCE', {
    takes: oneOf('everyone', 'employees', 'none'),
    description:
      'Who reads pages that no rule names: everyone who may read at all, employees (no guests), or `none` if every page must be named. If unset: everyone where signed-out visitors may read, otherwise employees.',
  }),
};
