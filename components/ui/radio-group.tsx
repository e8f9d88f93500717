"use client";

import { RadioGroup as RadioGroupPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export function RadioGroup({ className, ...props }: ComponentProps<typeof RadioGroupPrimitive.Root>) {
  return <RadioGroupPrimitive.Root className={cn("grid gap-2", className)} {...props} />;
}

export function RadioGroupItem({ className, ...props }: ComponentProps<typeof RadioGroupPrimitive.Item>) {
  return (
    <RadioGroupPrimitive.Item className={cn("aspect-square size-[1.125rem] shrink-0 rounded-full border border-input bg-card data-[state=checked]:border-primary disabled:opacity-50", className)} {...props}>
      <RadioGroupPrimitive.Indicator className="grid size-full place-content-center after:block after:size-2.5 after:rounded-full after:bg-primary" />
    </RadioGroupPrimitive.Item>
  );
}
