"use client";

import { useRef } from "react";
import { MenuContent, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { ACTIONS, type ActionId } from "@/lib/editor/actions/actions";
import { ActionIcon } from "../action-icon";
import { focusStage } from "../focus-keeper";
import type { Actions } from "../use-actions";

export const ADD_TEXTS = ["addHeading", "addSubheading", "addBodyText"] as const satisfies ActionId[];
export const ADD_IMAGES = ["addImage", "addAvatar"] as const satisfies ActionId[];
export const ADD_SHAPES = [
  "addRectangle",
  "addEllipse",
  "addLine",
  "addPolygon",
  "addStar",
  "addHeart",
  "addArrow",
  "addSpeechBubble",
  "addBurst",
  "addBlob",
  "addIcon",
] as const satisfies ActionId[];
export const ADD_CODES = ["addQrCode", "addBarcode"] as const satisfies ActionId[];
export const ADD_CHARTS = [
  "addBarChart",
  "addLineChart",
  "addDonutChart",
  "addProgressBar",
  "addProgressRing",
  "addRating",
  "addCountdown",
  "addCountdownLine",
  "addCountdownFromOpen",
] as const satisfies ActionId[];

export type AddMenuContentProps = {
  actions: Actions;
  /** What is offered; a line divides the groups. */
  groups: readonly (readonly ActionId[])[];
};

/**
 * What can be added, as the content of a menu. Adding a text puts the caret into it, and a menu takes the focus with
 * it when it closes: so it is added only after that.
 */
export function AddMenuContent({ actions, groups }: AddMenuContentProps) {
  const chosen = useRef<ActionId | null>(null);
  return (
    <MenuContent
      onCloseAutoFocus={(event) => {
        const id = chosen.current;
        chosen.current = null;
        if (id === null) return;
        event.preventDefault();
        actions.run(id);
        focusStage();
      }}
    >
      {groups.map((group, index) => (
        <div key={group.join(" ")} role="presentation">
          {index > 0 ? <MenuSeparator /> : null}
          {group.map((id) => (
            <MenuItem
              key={id}
              icon={<ActionIcon name={ACTIONS[id].icon} />}
              shortcut={actions.shortcut(id) ?? ""}
              onSelect={() => {
                chosen.current = id;
              }}
            >
              {ACTIONS[id].label}
            </MenuItem>
          ))}
        </div>
      ))}
    </MenuContent>
  );
}
