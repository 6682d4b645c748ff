import {
  textOfFile
} from "./chunk-EAVRIK56.js";
import {
  listOf,
  textOf
} from "./start.js";
import {
  ConfigError
} from "./start.js";

// packages/cli/src/claims.ts
var GITHUB_ISSUER = "https://token.actions.githubusercontent.com";
var GITHUB_LIFETIME = 300;
var CLAIM_OPTIONS = Object.freeze([
  { flags: "--claims <path>", description: "a JSON file with the claims of a job's ID token" },
  { flags: "--sub <subject>", description: "the subject, `sub`, of the job" },
  {
    flags: "--claim <name=value>",
    description: "one claim of the job; may be given more than once, and goes before the file",
    repeatable: true
  }
]);
async function describedIdentity(input, now) {
  const path = textOf(input, "claims");
  const subject = textOf(input, "sub");
  const pairs = listOf(input, "claim");
  if (path === void 0 && subject === void 0 && pairs.length === 0) return void 0;
  const claims = {
    iss: GITHUB_ISSUER,
    ...path === void 0 ? {} : parseClaims(await textOfFile(path, "claims file", "ERR_CLAIMS_FILE"), path),
    ...subject === void 0 ? {} : { sub: subject },
    ...Object.fromEntries(pairs.map(parsePair))
  };
  return identityOf(claims, now);
}
function identityOf(claims, now) {
  const issuedAt = typeof claims.iat === "number" ? claims.iat : Math.floor(now / 1e3);
  return {
    issuer: String(claims.iss),
    subject: typeof claims.sub === "string" ? claims.sub : "",
    audience: (Array.isArray(claims.aud) ? claims.aud : claims.aud === void 0 ? [] : [claims.aud]).map(String),
    issuedAt,
    expiresAt: typeof claims.exp === "number" ? claims.exp : issuedAt + GITHUB_LIFETIME,
    claims
  };
}
function parseClaims(text, path) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    value = void 0;
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new ConfigError(`the claims file \`${path}\` is not a JSON object`, {
    code: "ERR_CLAIMS_FILE",
    help: 'give the payload of the ID token as JSON, such as `{ "sub": "repo:acme/site:ref:refs/heads/main" }`; never the token itself'
  });
}
function parsePair(pair) {
  const at = pair.indexOf("=");
  if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
  throw new ConfigError(`\`${pair}\` is not a claim`, {
    code: "ERR_CLAIM",
    help: "write `--claim name=value`, such as `--claim ref=refs/heads/main`"
  });
}

export {
  CLAIM_OPTIONS,
  describedIdentity
};
