"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ReactNode } from "react";

import { BLOCK_HEIGHT_PX, ROW_HEIGHT_PX } from "./movement-row";

const NARROW = "(width < 960px)";
const OVERSCAN_ROWS = 15;

/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/control-has-associated-label --
   See movements-table.tsx; and the cell that is nothing but room is hidden from everybody. */

interface VirtualRowsProps {
  count: number;
  row: (index: number) => ReactNode;
}

/**
 * The rows that can be seen, and above and below them the room of the others. All rows of a page are
 * of one height, so that the place of each is known without drawing it.
 */
export function VirtualRows({ count, row }: VirtualRowsProps) {
  const isNarrow = useSyncExternalStore(subscribeToWidth, readWidth, () => false);
  const rowHeightPx = isNarrow ? BLOCK_HEIGHT_PX : ROW_HEIGHT_PX;
  const start = useRef<HTMLTableSectionElement>(null);
  const [offsetPx, setOffsetPx] = useState(0);
  // Where the rows begin is the browser's to know: what stands above them may grow and shrink.
  // oxlint-disable-next-line react/exhaustive-deps -- After each drawing, on purpose.
  useLayoutEffect(() => {
    const top = start.current?.getBoundingClientRect().top ?? 0;
    setOffsetPx(Math.round(top + window.scrollY));
  });
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeightPx,
    overscan: OVERSCAN_ROWS,
    scrollMargin: offsetPx,
  });
  // The heights are kept by the virtualizer, and they change when the window becomes narrow.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeightPx]);
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? -1;
  return (
    <>
      <Room ref={start} heightPx={first * rowHeightPx} />
      <tbody role="rowgroup" className="max-md:block">
        {rows.map(({ index }) => row(index))}
      </tbody>
      <Room heightPx={(count - 1 - last) * rowHeightPx} />
    </>
  );
}

interface RoomProps {
  ref?: React.Ref<HTMLTableSectionElement>;
  heightPx: number;
}

/** The room of the rows that are not drawn. */
function Room({ ref, heightPx }: RoomProps) {
  return (
    <tbody ref={ref} aria-hidden className="max-md:block">
      {/* Drawn in the browser only: a style attribute in the server's HTML would be refused. */}
      <tr className="max-md:block">
        <td className="p-0 max-md:block" style={{ height: heightPx }} />
      </tr>
    </tbody>
  );
}

function subscribeToWidth(notify: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", notify);
  return () => query.removeEventListener("change", notify);
}

function readWidth(): boolean {
  return window.matchMedia(NARROW).matches;
}
