/** The largest whole number that a column of 32 bits holds; a query that compares one with more is refused by the database. */
export const LARGEST_INTEGER = 2_147_483_647;
