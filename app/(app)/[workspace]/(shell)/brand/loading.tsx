import { BrandSkeleton } from "@/components/brand/brand-skeleton";

export default function Loading() {
  return <BrandSkeleton />;
}
