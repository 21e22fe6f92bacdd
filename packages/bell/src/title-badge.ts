const number = /^\(\d+\+?\) /;

/** Puts a number before the title of the page, or takes it away. */
export function showInTitle(count: string | undefined): void {
  const title = document.title.replace(number, '');
  const wanted = count === undefined ? title : `(${count}) ${title}`;
  if (document.title !== wanted) document.title = wanted;
}
