/** A variable's value. Dates are `YYYY-MM-DD`, times `HH:MM` (24 hours), phones E.164, unset is null. */
export type Value = string | number | boolean | null;

/** All variables of a call by name. */
export type Values = Record<string, Value>;
