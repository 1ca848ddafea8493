import { ImagePlus, SearchX } from "lucide-react";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

/** What stands in place of the grid: nothing found, or nothing made yet. */
export function NoTemplates({
  search,
  canEdit,
  onCreate,
}: {
  search: string;
  canEdit: boolean;
  onCreate: () => void;
}) {
  if (search) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={`Nothing is called “${search}”`}>
        Names are searched, any part of them. Try a shorter word.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<ImagePlus aria-hidden />}
      title="No templates yet"
      action={
        canEdit ? (
          <Button variant="primary" onClick={onCreate}>
            New template
          </Button>
        ) : null
      }
    >
      A template is a picture with places for names, points or photos. Start from a ready design or a blank
      canvas.
    </EmptyState>
  );
}
