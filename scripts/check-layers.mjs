// Fails when an import points the wrong way: app → components → lib, workers → lib, lib/flow alone. See lib/layers.mjs.
import { layerProblems, readGraph } from "./lib/layers.mjs";
import { paths } from "./lib/paths.mjs";

const problems = layerProblems(readGraph(paths.root));
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "Every import points the right way." : `${problems.length} imports point the wrong way.`);
process.exit(problems.length === 0 ? 0 : 1);
