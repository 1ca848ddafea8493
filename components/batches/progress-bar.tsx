import { classNames } from "../ui/class-names";
import { count, percentDone, rowsToMake, type Settled } from "./batch-words";

export type ProgressBarProps = { label: string; batch: Settled; className?: string };

/** How many rows are settled: those with a picture, and behind them those without. The figures stand beside it. */
export function ProgressBar({ label, batch, className }: ProgressBarProps) {
  const { made, failed } = batch;
  const all = rowsToMake(batch);
  const share = (part: number) => `${all === 0 ? 0 : Math.min(100, (part / all) * 100)}%`;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percentDone(batch)}
      aria-valuetext={`${count(made + failed)} of ${count(all)} rows`}
      className={classNames("flex h-1.5 overflow-hidden rounded-full bg-active", className)}
    >
      <div
        className="h-full bg-accent transition-[width] duration-500 ease-linear"
        style={{ width: share(made) }}
      />
      <div
        className="h-full bg-danger transition-[width] duration-500 ease-linear"
        style={{ width: share(failed) }}
      />
    </div>
  );
}
