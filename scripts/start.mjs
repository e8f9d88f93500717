// `npm start`: sets up what is missing, starts everything, keeps it running, and ends it. Needs nothing but Node.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Parley needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and start again.`);
  process.exit(1);
}
const { run } = await import("./lib/run.mjs");
await run();
