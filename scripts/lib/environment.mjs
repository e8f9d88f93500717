// What each part is told. The agent worker runs calls for strangers with providers' libraries in it, so it gets neither
// the database nor the secret nor whatever else the person's shell holds.

/** What any program needs of its surroundings. */
const COMMON = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy|LD_LIBRARY_PATH|SystemRoot|PARLEY_LOG)$/;
/** What the web app and the jobs read besides: sign-in providers, mail, limits. */
const APP = /^(AUTH_|PARLEY_|NEXT_|OTEL_|SMTP_|NODE_OPTIONS$|REDIS_URL$|HOST$)/;
const AGENT = /^(PARLEY_MAX_CALLS|PARLEY_IDLE_PROCESSES|PARLEY_ALLOW_PRIVATE_URLS|NODE_OPTIONS)$/;

/** @param {RegExp[]} allowed @returns {NodeJS.ProcessEnv} */
function inherited(...allowed) {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => allowed.some((pattern) => pattern.test(name))));
}

/**
 * @typedef {object} Facts everything about a running system
 * @property {number} port @property {string} dataDir @property {string} databaseUrl
 * @property {{ url: string, apiKey: string, apiSecret: string }} livekit
 * @property {{ secret: string, authSecret: string, workerKey: string, agentName: string }} secrets
 * @property {number} workerPort
 */

/** @param {Facts} facts @returns {NodeJS.ProcessEnv} */
export function appEnvironment({ port, dataDir, databaseUrl, livekit, secrets, workerPort }) {
  return {
    ...inherited(COMMON, APP),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    LIVEKIT_URL: livekit.url,
    LIVEKIT_API_KEY: livekit.apiKey,
    LIVEKIT_API_SECRET: livekit.apiSecret,
    PARLEY_DATA: dataDir,
    PARLEY_URL: process.env.PARLEY_URL || `http://localhost:${port}`,
    PARLEY_SECRET: secrets.secret,
    PARLEY_WORKER_KEY: secrets.workerKey,
    PARLEY_AGENT_NAME: secrets.agentName,
    PARLEY_WORKER_HEALTH_URL: `http://127.0.0.1:${workerPort}/`,
    AUTH_SECRET: secrets.authSecret,
    AUTH_TRUST_HOST: "true",
  };
}

/** @param {Facts} facts @returns {NodeJS.ProcessEnv} */
export function agentEnvironment({ port, dataDir, livekit, secrets, workerPort }) {
  return {
    ...inherited(COMMON, AGENT),
    NODE_ENV: "production",
    LIVEKIT_URL: livekit.url,
    LIVEKIT_API_KEY: livekit.apiKey,
    LIVEKIT_API_SECRET: livekit.apiSecret,
    PARLEY_APP_URL: `http://127.0.0.1:${port}`,
    PARLEY_DATA: dataDir,
    PARLEY_WORKER_KEY: secrets.workerKey,
    PARLEY_AGENT_NAME: secrets.agentName,
    PARLEY_WORKER_PORT: String(workerPort),
  };
}

/** @param {Facts} facts @returns {NodeJS.ProcessEnv} */
export function livekitEnvironment() {
  return inherited(COMMON);
}
