"use client";

import { ContextMenu as Menu } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { itemClasses, surfaceClasses } from "./surface";

export const ContextMenu = Menu.Root;
export const ContextMenuTrigger = Menu.Trigger;

export function ContextMenuContent({ className, ...props }: ComponentProps<typeof Menu.Content>) {
  return (
    <Menu.Portal>
      <Menu.Content className={cn(surfaceClasses, "min-w-44 p-1", className)} {...props} />
    </Menu.Portal>
  );
}

export function ContextMenuItem({ className, variant = "default", ...props }: ComponentProps<typeof Menu.Item> & { variant?: "default" | "destructive" }) {
  return <Menu.Item className={cn(itemClasses, variant === "destructive" && "text-destructive-ink focus:bg-destructive-soft focus:text-destructive-ink", className)} {...props} />;
}

export function ContextMenuSeparator({ className, ...props }: ComponentProps<typeof Menu.Separator>) {
  return <Menu.Separator className={cn("-mx-1 my-1 h-px bg-border", className)} {...props} />;
}

export function ContextMenuShortcut({ className, ...props }: ComponentProps<"span">) {
  return <span className={cn("ml-auto pl-4 text-xs tracking-wide text-muted-foreground", className)} {...props} />;
}
