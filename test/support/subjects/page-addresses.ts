// Addresses and the keys that they mean: the server and the browser are tried by the same table. Both columns stand behind
// the origin of the page.

/** How one page is written, and how it is kept. */
export const sameOnBothSides: readonly (readonly [written: string, kept: string])[] = [
  ['/news/42', '/news/42'],
  ['/news/42/', '/news/42'],
  ['/news/42//', '/news/42'],
  ['/news//42', '/news/42'],
  ['//news///42/', '/news/42'],
  ['/news/./old/../42', '/news/42'],
  ['/news/42#top', '/news/42'],
  ['/news/42#comment-Q29tbWVudDox', '/news/42'],
  ['/', ''],
  // Index names
  ['/index.html', ''],
  ['/news/42/INDEX.HTM', '/news/42'],
  ['/news/default.aspx', '/news'],
  ['/Default.aspx', ''],
  ['/news/index.php', '/news'],
  ['/news/index.php/', '/news'],
  ['/news/index.html/index.html', '/news'],
  ['/index.php/news/42', '/index.php/news/42'],
  ['/my-index.html', '/my-index.html'],
  // Queries
  ['/?p=5', '?p=5'],
  ['/index.php?option=com_content&id=12', '?option=com_content&id=12'],
  ['/news?id=12&', '/news?id=12'],
  ['/news?', '/news'],
  ['/news?utm_source=mail&id=12&fbclid=x', '/news?id=12'],
  ['/news?utm_source=mail&PHPSESSID=9f8e', '/news'],
  ['/news?id=%7e12&q=a%2bb', '/news?id=~12&q=a%2Bb'],
  ["/news?q=l'an", '/news?q=l%27an'],
  ['/news;jsessionid=1A2B?id=3', '/news?id=3'],
  ['/(S(lit3py55t21z5v55vlm25s55))/news', '/news'],
  // Routes
  ['/app#/news/1', '/app#/news/1'],
  ['/app/#/news/1/', '/app#/news/1'],
  ['/app#!/news/2', '/app#!/news/2'],
  ['/app?id=3#/news?tab=%26', '/app?id=3#/news?tab=%26'],
  ['/app#/', '/app'],
  ['/app#!/', '/app'],
  // Escapes
  ["/l'atelier", "/l'atelier"],
  ['/l%27atelier', "/l'atelier"],
  ['/caf%c3%a9/%7Eana', '/caf%C3%A9/~ana'],
  ['/café/~ana', '/caf%C3%A9/~ana'],
  ['/cafe\u0301', '/caf%C3%A9'],
  ['/cafe%CC%81', '/caf%C3%A9'],
  ['/caf%e9', '/caf%E9'],
  ['/a%2fb', '/a%2Fb'],
  ['/100%25', '/100%25'],
  ['/100%', '/100%'],
  ['/a b', '/a%20b'],
  ['/a%5Bb%5D', '/a%5Bb%5D'],
  ['/a[b]', '/a%5Bb%5D'],
  ['/%28draft%29', '/(draft)'],
  ['/新闻/42', '/%E6%96%B0%E9%97%BB/42'],
  ['/😀', '/%F0%9F%98%80'],
];

/** What may be two pages. */
export const keptApart: readonly (readonly [string, string])[] = [
  ['/a%2Fb', '/a/b'],
  ['/News', '/news'],
  ['/news?id=1', '/news?id=2'],
  ['/app#/news/1', '/app#/news/2'],
  ['/caf%e9', '/caf%c3%a9'],
  ['/a%3Fb', '/a?b'],
  ['/a%23/b', '/a#/b'],
  ['/app#/news', '/app#!/news'],
];
