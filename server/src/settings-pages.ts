import { listOf, setting, text } from './platform/settings-table.ts';

/** What tells pages apart. */
export const pageSettings = {
  indexNames: setting('PARVIS_INDEX_NAMES', {
    takes: listOf(['the name of a file', text.regex(/^[\w.~-]+$/).toLowerCase()], 'file names'),
    default: 'index.html,index.htm,index.php,default.aspx,default.asp,default.htm',
    description:
      'What the web servers of the intranet answer where an address names a folder. `/news/index.html` is then the same page as `/news`; upper and lower case are the same.',
  }),
};
