/** A file name from anything people type: "Front desk / night" → "front-desk-night". */
export function fileName(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\w\s-]/g, " ").trim().toLowerCase().replace(/[\s_-]+/g, "-") || "agent";
}

/** Hands a document to the browser as a file, readable and comparable line by line. */
export function downloadJson(document_: unknown, name: string): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(document_, null, 2)}\n`], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: `${fileName(name)}.parley.json` });
  link.click();
  URL.revokeObjectURL(url);
}
