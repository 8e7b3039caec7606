import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { getReader } from "@/lib/i18n/server";

/** The card's header, its tabs and a page, in the sizes that they will have. */
export async function CardSkeleton() {
  const { t } = await getReader();
  return (
    <Loading label={t("common.loading")}>
      <div className="-mx-4 -mt-6 flex h-[57px] items-center justify-between border-b px-4 sm:-mx-6 sm:px-6">
        <div className="flex flex-col gap-2">
          <Skeleton className="h-3.5 w-36" />
          <Skeleton className="h-3 w-48" />
        </div>
        <div className="flex flex-col items-end gap-2">
          <Skeleton className="h-3 w-24" />
          <Skeleton className="h-5 w-32" />
        </div>
      </div>
      <div className="flex h-[49px] items-center gap-6 border-b px-3 pt-2">
        <Skeleton className="h-3 w-16" />
        <Skeleton className="h-3 w-20" />
      </div>
      <div className="mt-5 rounded-lg border bg-surface-raised">
        <SkeletonRows count={8} />
      </div>
    </Loading>
  );
}
