"use client";

import { Ruler } from "lucide-react";
import { type FormEvent, useState } from "react";
import { LIMITS } from "@/lib/template/limits";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "../ui/popover";
import { sizeProblem } from "./size-problem";

export type CustomSizeProps = { busy: boolean; onCreate: (size: { width: number; height: number }) => void };

/** A canvas of any size. */
export function CustomSize({ busy, onCreate }: CustomSizeProps) {
  const [width, setWidth] = useState("1200");
  const [height, setHeight] = useState("600");
  const [tried, setTried] = useState(false);
  const problem = sizeProblem(width, height);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!problem) onCreate({ width: Number(width), height: Number(height) });
  }

  const errorAt = (side: "width" | "height") =>
    tried && problem?.side === side ? problem.message : undefined;
  return (
    <Popover>
      <PopoverTrigger className="flex items-center gap-3 rounded-lg px-3 py-2.5 text-left ring-1 ring-line ring-inset transition-colors hover:bg-hover hover:ring-line-strong data-[state=open]:bg-active">
        <span className="grid size-9 shrink-0 place-items-center">
          <Ruler aria-hidden className="size-5 text-faint" />
        </span>
        <span>
          <span className="block font-medium text-sm">Other size</span>
          <span className="block text-faint text-xs">up to {LIMITS.canvasSide} px</span>
        </span>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-60">
        <form onSubmit={submit} noValidate className="grid grid-cols-2 gap-3">
          <Field label="Width, px" error={errorAt("width")}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                value={width}
                onChange={(event) => setWidth(event.target.value)}
              />
            )}
          </Field>
          <Field label="Height, px" error={errorAt("height")}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                value={height}
                onChange={(event) => setHeight(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" variant="primary" busy={busy} className="col-span-2">
            Create
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}
