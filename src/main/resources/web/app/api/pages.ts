/** Lists of the API, which are read page by page. */

/** The number of entries that a page has at most. */
export const LARGEST_PAGE = 500;

interface Page<T> {
  items: T[];
  total: number;
  next?: string;
}

type Read<T> = (query: { size: number; after?: string }) => Promise<Page<T>>;

/** Reads all pages of a list. */
export const everyEntry = async <T>(read: Read<T>): Promise<T[]> => (await pages(read, Infinity, () => undefined)).items;

/**
 * Reads pages of a list.
 *
 * @param most the number of entries after which no further page is read
 * @param progress is told before each further page how many entries were read, and how many there are
 */
export async function pages<T>(
  read: Read<T>,
  most: number,
  progress: (read: number, total: number) => void,
): Promise<{ items: T[]; total: number }> {
  const items: T[] = [];
  let page = await read({ size: LARGEST_PAGE });
  items.push(...page.items);
  while (page.next !== undefined && items.length < most) {
    progress(items.length, page.total);
    page = await read({ size: LARGEST_PAGE, after: page.next });
    items.push(...page.items);
  }
  return { items, total: page.total };
}
