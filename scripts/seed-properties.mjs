// Property tests try the same cases in every run, so that a run of unchanged code ends as the one before it did.
// PROPERTY_SEED chooses others: `PROPERTY_SEED=random npm run test:unit` looks for what no run has met yet.
import { configureGlobal } from "fast-check";

const seed = process.env.PROPERTY_SEED ?? "20261127";
if (seed !== "random") configureGlobal({ seed: Number(seed) });
