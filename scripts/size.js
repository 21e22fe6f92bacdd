// What a page loads, in Brotli 11, against its budget: npm run size
import './node-version.js';
import { readBundleRecord } from './bundle-record.js';
import { cataloguesOf, fullGraph, languages, staticGraph } from './chunk-graph.js';

const KB = 1024;
const loader = 'parvis.js';
const chunks = await readBundleRecord().catch(() => {
  console.error('No bundle to measure. Run `npm run build`.');
  process.exit(1);
});

/** Which chunk registers each tag. */
const widgets = new Map(Object.entries(chunks).flatMap(([file, { tags }]) => tags.map((tag) => [tag, file])));

/** What every page loads, whatever its tags: the loader, and what it imports for itself. */
const always = staticGraph(chunks, [
  loader,
  ...(chunks[loader]?.dynamicImports ?? []).filter((file) => !isWidget(file)),
]);

/** @param {string} file */
function isWidget(file) {
  return (chunks[file]?.tags.length ?? 0) > 0;
}

/** @param {string[]} tags */
function entries(...tags) {
  return tags.map((tag) => {
    const file = widgets.get(tag);
    if (!file)
      throw new Error(`No chunk registers <${tag}>. Its package needs a module ${tag}.ts, imported by the loader.`);
    return file;
  });
}

const allFour = entries('parvis-like-button', 'parvis-comment-thread', 'parvis-activity-wall', 'parvis-people-finder');
const [likeButton = '', commentThread = '', activityWall = ''] = allFour;
const [group = '', groupList = '', followButton = '', bell = '', notificationSettings = ''] = entries(
  'parvis-group',
  'parvis-group-list',
  'parvis-follow-button',
  'parvis-bell',
  'parvis-notification-settings',
);

/** What only a click needs is in `files` where the page's budget covers it, and in `later` for reading else. */
const pages = [
  {
    page: 'One like button, all that the page loads',
    budget: 17.05,
    files: [...staticGraph(chunks, [likeButton])],
    later: [...fullGraph(chunks, [likeButton])],
  },
  {
    page: 'Comment thread, first paint',
    budget: 22.9,
    files: [...staticGraph(chunks, [commentThread])],
    later: [...fullGraph(chunks, [commentThread])],
  },
  {
    page: 'All four widgets, first paint',
    budget: 41,
    files: [...staticGraph(chunks, allFour)],
    later: [...fullGraph(chunks, allFour)],
  },
  {
    page: 'Group with its wall, first paint',
    budget: 37,
    files: [...staticGraph(chunks, [group, activityWall])],
    later: [...fullGraph(chunks, [group])],
  },
  {
    page: 'List of groups, first paint',
    budget: 22,
    files: [...staticGraph(chunks, [groupList])],
    later: [...fullGraph(chunks, [groupList])],
  },
  {
    page: 'One follow button, all that the page loads',
    budget: 20,
    files: [...staticGraph(chunks, [followButton])],
    later: [...fullGraph(chunks, [followButton])],
  },
  {
    page: 'One bell, all that the page loads',
    budget: 20,
    files: [...staticGraph(chunks, [bell])],
    later: [...fullGraph(chunks, [bell])],
  },
  {
    page: 'Settings of notifications, first paint',
    budget: 19,
    files: [...staticGraph(chunks, [notificationSettings])],
    later: [...fullGraph(chunks, [notificationSettings])],
  },
];

/** What packages that pages load later may add in all, in every language. */
const later = { polls: 6, groups: 34.2, 'follow-button': 4, bell: 16 };

printChunks();
console.log();
let over = false;
for (const language of ['en', ...languages(chunks)]) {
  // Other languages than English come on top, as chunks of their own.
  const allowance = language === 'en' ? 0 : 1;
  for (const { page, budget, files, later } of pages) {
    const size = sizeOf(files, language);
    const limit = budget + allowance;
    const verdict = size > limit ? 'OVER ' : 'ok   ';
    const rest = later ? `, ${format(sizeOf(later, language))} with what a click loads` : '';
    console.log(`${verdict}${page}, ${language}: ${format(size)} of ${limit.toFixed(2)} KB${rest}`);
    over ||= size > limit;
  }
}
for (const [name, budget] of Object.entries(later)) {
  // Also with parts of Lit that nothing else needs.
  const own = Object.values(chunks).filter(({ modules }) => {
    const ours = modules.map((id) => id.replaceAll('\\', '/')).filter((id) => id.includes('/packages/'));
    return ours.length > 0 && ours.every((id) => id.includes(`/packages/${name}/`));
  });
  const size = own.reduce((sum, { brotli }) => sum + brotli, 0) / KB;
  console.log(
    `${size > budget || own.length === 0 ? 'OVER ' : 'ok   '}${name}: ${format(size)} of ${budget.toFixed(1)} KB`,
  );
  over ||= size > budget || own.length === 0;
}
console.log(`\nBrotli, quality 11; 1 KB = ${KB} bytes.`);
if (over) process.exitCode = 1;

/**
 * In KB, with the texts of the language.
 *
 * @param {string[]} files
 * @param {string} language
 */
function sizeOf(files, language) {
  const graph = new Set([...always, ...files]);
  const all = [...graph, ...cataloguesOf(chunks, graph, language)];
  return all.reduce((sum, file) => sum + (chunks[file]?.brotli ?? 0), 0) / KB;
}

/** @param {number} size */
function format(size) {
  return `${size.toFixed(2)} KB`;
}

function printChunks() {
  const rows = Object.entries(chunks).sort(([, one], [, other]) => other.brotli - one.brotli);
  console.log('Brotli   Plain  File');
  for (const [file, { brotli, size, modules }] of rows) {
    const own = modules.flatMap((id) => /packages[/\\](.+)$/.exec(id)?.[1]?.replace(/[/\\]dist[/\\]/, '/') ?? []);
    const content = own.length > 3 ? `${own.slice(0, 3).join(', ')} and ${own.length - 3} more` : own.join(', ');
    console.log(`${String(brotli).padStart(6)} ${String(size).padStart(7)}  ${file.padEnd(46)} ${content}`);
  }
}
