/**
 * How a control reports a value. `live`: the hand is still on it (a drag in a colour area), more will come.
 * `step`: one of a run of small steps (arrow keys) that undo takes back together. `final`: done.
 */
export type Change = "live" | "step" | "final";

export type OnChange<Value> = (value: Value, change: Change) => void;
