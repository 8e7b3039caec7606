import type { Role } from "./operator";

/** One line of the map from a provider's groups to our roles. */
export interface RoleRule {
  readonly role: Role;
  readonly value: string;
}

/**
 * The role of somebody whom a provider vouches for with these claims: that of the first rule whose
 * value the claim holds. Null when none does: whoever is in no group of ours does not get in.
 */
export function roleFrom(
  claims: Readonly<Record<string, unknown>>,
  claim: string,
  rules: readonly RoleRule[],
): Role | null {
  const held = textsOf(valueAt(claims, claim));
  return rules.find(({ value }) => held.includes(value))?.role ?? null;
}

/** The claim of this name, which may have dots in it, or what the dots lead to: `realm_access.roles`. */
function valueAt(claims: Readonly<Record<string, unknown>>, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  let value: unknown = claims;
  for (const name of claim.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return null;
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return value;
}

/** A list of names, or a single one. Names have spaces in them, so a text is never taken apart. */
function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === "string");
}
