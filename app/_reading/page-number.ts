/** Pages of lists that are counted by the database: beyond this one, a filter is the better way. */
const LAST_PAGE = 1_000;

export const PAGE_SIZE = 50;

/** The page that an address asks for, from 1 on; what is no page is the first one. */
export function readPage(asked: unknown): number {
  if (typeof asked !== "string" || !/^[1-9]\d{0,3}$/.test(asked)) return 1;
  return Math.min(Number(asked), LAST_PAGE);
}

/** What to ask a list for: one row more than a page has, and there is a next page. */
export function windowOf(page: number): { readonly limit: number; readonly offset: number } {
  return { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
}

/** The page's own rows, and whether another page follows. */
export function pageOf<T>(rows: readonly T[]): {
  readonly rows: readonly T[];
  readonly hasNext: boolean;
} {
  return { rows: rows.slice(0, PAGE_SIZE), hasNext: rows.length > PAGE_SIZE };
}
