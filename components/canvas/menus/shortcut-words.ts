/** "shift Z" as this computer writes it: ⇧⌘Z on a Mac, Ctrl+Shift+Z elsewhere. The command key is implied. */
export function shortcut(keys: string): string {
  const mac = typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.platform);
  const parts = keys.split(" ");
  const key = parts.at(-1)!;
  const shift = parts.includes("shift");
  return mac ? `${shift ? "⇧" : ""}⌘${key}` : `Ctrl+${shift ? "Shift+" : ""}${key}`;
}
