import { listOf, setting, text } from '../../platform/settings-table.ts';

/** Settings that determine the keys of pages. */
export const pageSettings = {
  indexNames: setting('PARVIS_INDEX_NAMES', {
    takes: listOf(['the name of a file', text.regex(/^[\w.~-]+$/).toLowerCase()], 'file names'),
    default: 'index.html,index.htm,index.php,default.aspx,default.asp,default.htm',
    description:
      'The names of the index files that the intranet’s web servers return for a folder. `/news/index.html` is then the same page as `/news`; upper and lower case are the same.',
  }),
};
