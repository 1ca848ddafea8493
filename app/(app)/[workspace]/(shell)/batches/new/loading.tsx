import { BatchSkeleton } from "@/components/batches/batch-skeleton";

export default function Loading() {
  return <BatchSkeleton label="Loading the new batch" />;
}
