import type { Endpoint } from "../endpoint";
import { agentEndpoints } from "./agents";
import { callerEndpoints } from "./callers";
import { callEndpoints } from "./calls";
import { settingsEndpoints } from "./settings";
import { shareLinkEndpoints } from "./share-links";
import { simulateEndpoints } from "./simulate";
import { systemEndpoints } from "./system";
import { workerEndpoints } from "./worker";

/** Everything below /api except sign-in. The router, the description (OpenAPI) and the tests of access read this list. */
export const endpoints: Endpoint[] = [
  ...systemEndpoints, ...agentEndpoints, ...simulateEndpoints, ...shareLinkEndpoints, ...callEndpoints, ...settingsEndpoints, ...callerEndpoints, ...workerEndpoints,
];
