// Run by `npm start` before the web app: makes the owner at the first start, and says how to sign in.
import { closeDb } from "@/lib/db";
import { ensureFirstRun } from "@/lib/teams/first-run";

const { created, email, password } = await ensureFirstRun();
if (password) console.log(`Sign in as ${email} with the password ${password} (made just now and shown only once; change it in Settings).`);
else if (created) console.log(`Sign in as ${email} with the password of PARLEY_OWNER_PASSWORD.`);
else console.log(`Sign in as ${email}.`);
await closeDb();
