/** Rows that one statement deletes, so that none takes long. */
export const DELETE_STEP = 5_000;

/** Deletes until a step finds fewer than it may. `some` deletes at most `step` rows and gives how many. Gives how many in all. */
export async function deleteInSteps(step: number, some: () => Promise<number>): Promise<number> {
  for (let deleted = 0; ; ) {
    const count = await some();
    deleted += count;
    if (count < step) return deleted;
  }
}
