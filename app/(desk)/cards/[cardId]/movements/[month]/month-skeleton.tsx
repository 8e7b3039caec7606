import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { getReader } from "@/lib/i18n/server";

/** Filter, totals and table, in the sizes that they will have. */
export async function MonthSkeleton() {
  const { t } = await getReader();
  return (
    <Loading label={t("movements.loading")} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
        <Skeleton className="h-9 w-full sm:w-72" />
        <Skeleton className="h-5 w-40" />
      </div>
      <div className="flex min-h-[74px] flex-wrap items-center gap-8 rounded-lg border bg-surface-raised p-4 max-sm:min-h-[130px]">
        <Skeleton className="h-9 w-28" />
        <Skeleton className="h-9 w-28" />
        <Skeleton className="h-9 w-28" />
      </div>
      <div className="rounded-lg border bg-surface-raised">
        <SkeletonRows count={12} />
      </div>
    </Loading>
  );
}
