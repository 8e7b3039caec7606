import { ACCOUNT_STATES } from "@/lib/domain/account";
import { Role } from "@/lib/domain/operator";
import type { PeopleFilter } from "@/lib/server/operators/list-people";

/** What an address asks for; what it cannot ask for is left out. */
export function readFilter(
  query: Record<string, string | string[] | undefined>,
): Required<PeopleFilter> {
  const { find, role, state } = query;
  return {
    find: typeof find === "string" ? find.slice(0, 200) : "",
    role: Role.safeParse(role).data ?? null,
    state: ACCOUNT_STATES.find((one) => one === state) ?? null,
  };
}
