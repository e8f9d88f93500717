import { ParleyError } from "@/lib/errors";

export interface PageRequest {
  cursor?: string;
  /** 1 to 200; 50 when absent. */
  limit?: number;
}
export interface Page<T> {
  items: T[];
  /** Give it back as `cursor` for the next page; null at the end. */
  nextCursor: string | null;
}

/** Where a page begins: just before this row, newest first. */
export interface Position {
  at: Date;
  id: string;
}

export function pageSize(request: PageRequest): number {
  return Math.min(Math.max(request.limit ?? 50, 1), 200);
}

/** @throws ParleyError bad_request when the cursor is not one of ours */
export function readCursor(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const [time, id] = Buffer.from(cursor, "base64url").toString("utf8").split("|");
  const at = new Date(Number(time));
  if (!time || !id || Number.isNaN(at.getTime()) || id.includes("\0")) throw new ParleyError("bad_request", "The cursor is not valid. Start again without it.");
  return { at, id };
}

/** Prisma's `where` for rows after a cursor, ordered by `field` and `id`, both descending. */
export function olderThan(field: string, position: Position | null): object {
  if (!position) return {};
  return { OR: [{ [field]: { lt: position.at } }, { [field]: position.at, id: { lt: position.id } }] };
}

/** Rows (one more than the page has) as a page. */
export function toPage<R extends { id: string }, T>(rows: R[], size: number, at: (row: R) => Date, view: (row: R) => T): Page<T> {
  const items = rows.slice(0, size);
  const last = rows.length > size ? items.at(-1) : undefined;
  return { items: items.map(view), nextCursor: last ? Buffer.from(`${at(last).getTime()}|${last.id}`).toString("base64url") : null };
}
