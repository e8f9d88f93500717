import { runCli } from "./run-cli";

// What `npm run -s parley -- …` runs (scripts/parley.mjs has found the database by then).
process.exit(await runCli(process.argv.slice(2)));
