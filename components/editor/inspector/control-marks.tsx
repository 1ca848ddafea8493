import {
  AArrowUp,
  ALargeSmall,
  AlignCenter,
  AlignEndVertical,
  AlignLeft,
  AlignRight,
  AlignStartVertical,
  AlignVerticalJustifyCenter,
  AlignVerticalJustifyEnd,
  AlignVerticalJustifyStart,
  LetterText,
  RotateCw,
  Scan,
} from "lucide-react";
import type { ReactNode } from "react";

/** Letters and icons that stand for a number, so that two fit in a row. By the control's path. */
export const NUMBER_MARKS: Readonly<Record<string, ReactNode>> = {
  x: "X",
  y: "Y",
  width: "W",
  height: "H",
  rotation: <RotateCw aria-hidden />,
  radius: <Scan aria-hidden />,
  "style.fontSize": <ALargeSmall aria-hidden />,
  lineHeight: <AArrowUp aria-hidden />,
  "style.letterSpacing": <LetterText aria-hidden />,
};

/** Icons of options that are quicker seen than read. By path and option. */
export const OPTION_ICONS: Readonly<Record<string, Readonly<Record<string, ReactNode>>>> = {
  align: {
    left: <AlignLeft aria-hidden />,
    center: <AlignCenter aria-hidden />,
    right: <AlignRight aria-hidden />,
    start: <AlignStartVertical aria-hidden />,
    end: <AlignEndVertical aria-hidden />,
  },
  verticalAlign: {
    top: <AlignVerticalJustifyStart aria-hidden />,
    middle: <AlignVerticalJustifyCenter aria-hidden />,
    bottom: <AlignVerticalJustifyEnd aria-hidden />,
  },
};
