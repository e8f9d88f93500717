"use client";

import { CircleAlertIcon, CircleCheckIcon, TriangleAlertIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { cn } from "@/components/ui/cn";
import { useCanvas } from "../canvas/use-canvas";
import { useActions, useEditor } from "../store/editor-context";
import { ProblemItem } from "./problem-item";

/** How many things are wrong; opens the list. Choosing one goes to its step and field. */
export function ProblemsButton() {
  const problems = useEditor((state) => state.problems);
  const open = useEditor((state) => state.dialog === "problems");
  const actions = useActions();
  const canvas = useCanvas();
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const Icon = errors > 0 ? CircleAlertIcon : problems.length > 0 ? TriangleAlertIcon : CircleCheckIcon;
  const sorted = problems.toSorted((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
  return (
    <Popover open={open} onOpenChange={(next) => actions.set({ dialog: next ? "problems" : null })}>
      <PopoverTrigger asChild>
        <Button
          variant="ghost" size="sm" aria-label={problems.length === 0 ? "No problems" : `${problems.length} problem${problems.length === 1 ? "" : "s"}`}
          className={cn("px-2", errors > 0 ? "text-destructive-ink" : problems.length > 0 ? "text-warning-ink" : "text-muted-foreground")}
        >
          <Icon aria-hidden />
          {problems.length > 0 ? <span className="tabular">{problems.length}</span> : null}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-[min(26rem,calc(100vw-1.5rem))] p-0" aria-label="Problems">
        <p className="border-b border-border px-4 py-3 text-sm font-semibold">
          {problems.length === 0 ? "Nothing is wrong" : errors === 0 ? `${problems.length} to look at` : `${errors} to mend before publishing${problems.length > errors ? `, ${problems.length - errors} to look at` : ""}`}
        </p>
        {problems.length === 0 ? <p className="px-4 py-6 text-sm text-muted-foreground">Every step can be reached, every way leads somewhere. You can publish.</p> : (
          <ul className="max-h-[60dvh] overflow-y-auto p-1.5">
            {sorted.map((problem, i) => (
              <ProblemItem
                key={`${problem.rule} ${problem.node} ${problem.field} ${i}`} problem={problem} named
                onGo={() => {
                  actions.set({ dialog: null });
                  setTimeout(() => (problem.node ? canvas.show(problem.node, problem.field ?? null) : actions.focusOn(null, problem.field ?? null)), 0);
                }}
              />
            ))}
          </ul>
        )}
      </PopoverContent>
    </Popover>
  );
}
