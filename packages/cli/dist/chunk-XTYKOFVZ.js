import {
  _readFile
} from "./chunk-EAVRIK56.js";
import {
  Secret
} from "./chunk-SUAM67JL.js";
import {
  _setTimeout
} from "./chunk-TUOUR3WF.js";
import {
  globMatches,
  isGlob
} from "./start.js";
import {
  _dirname,
  _join
} from "./start.js";
import {
  _appendFileSync,
  _chmodSync,
  _closeSync,
  _constants,
  _existsSync,
  _lstatSync,
  _mkdirSync,
  _openSync,
  _readFileSync,
  _readdirSync,
  _renameSync,
  _rmSync,
  _writeFileSync
} from "./start.js";
import {
  ConfigError,
  InternalError,
  UpstreamError
} from "./start.js";
import {
  __export
} from "./start.js";

// packages/core/src/identity.ts
var SHOWN_CLAIMS = [
  "iss",
  "sub",
  "aud",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "ref",
  "sha",
  "environment",
  "event_name",
  "workflow_ref",
  "job_workflow_ref",
  "actor",
  "actor_id",
  "run_id",
  "run_attempt",
  "check_run_id",
  "runner_environment",
  "enterprise"
];
function shownClaims(claims) {
  const shown = {};
  for (const name of SHOWN_CLAIMS) {
    const value = claims[name];
    if (value !== void 0 && value !== null) shown[name] = Array.isArray(value) ? value.join(" ") : String(value);
  }
  return shown;
}

// node_modules/jose/dist/webapi/lib/buffer_utils.js
var encoder = new TextEncoder();
var decoder = new TextDecoder();
var strictDecoder = new TextDecoder("utf-8", { fatal: true });
var UINT32_RANGE = 2 ** 32;
function concat(...buffers) {
  const size = buffers.reduce((acc, { length }) => acc + length, 0), buf = new Uint8Array(size);
  let i = 0;
  for (const buffer of buffers)
    buf.set(buffer, i), i += buffer.length;
  return buf;
}
var NON_ASCII = /[^\x00-\x7f]/;
function encode(string) {
  if (typeof string == "string" && string.length >= 128) {
    if (NON_ASCII.test(string))
      throw new TypeError("non-ASCII string encountered in encode()");
    return encoder.encode(string);
  }
  const bytes = new Uint8Array(string.length);
  for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code > 127)
      throw new TypeError("non-ASCII string encountered in encode()");
    bytes[i] = code;
  }
  return bytes;
}
function encodeBase64(input, url = false) {
  if (Uint8Array.prototype.toBase64)
    return input.toBase64({ alphabet: url ? "base64url" : "base64", omitPadding: url });
  const CHUNK_SIZE = 32768, arr = [];
  for (let i = 0; i < input.length; i += CHUNK_SIZE)
    arr.push(String.fromCharCode.apply(null, input.subarray(i, i + CHUNK_SIZE)));
  const encoded = btoa(arr.join(""));
  return url ? encoded.replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_") : encoded;
}
function decodeBase64(encoded, url = false) {
  if (Uint8Array.fromBase64)
    return Uint8Array.fromBase64(encoded, { alphabet: url ? "base64url" : "base64" });
  if (url) {
    if (encoded.includes("+") || encoded.includes("/"))
      throw new TypeError("Invalid base64url");
    encoded = encoded.replace(/-/g, "+").replace(/_/g, "/");
  }
  const binary = atob(encoded), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++)
    bytes[i] = binary.charCodeAt(i);
  return bytes;
}
async function digest(algorithm, data) {
  const subtleDigest = `SHA-${algorithm.slice(-3)}`;
  return new Uint8Array(await crypto.subtle.digest(subtleDigest, data));
}

// node_modules/jose/dist/webapi/util/base64url.js
var invalid = "The input to be decoded is not correctly encoded.";
function decode(input) {
  try {
    return decodeBase64(typeof input == "string" ? input : decoder.decode(input), true);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}
function encode2(input) {
  return encodeBase64(typeof input == "string" ? encoder.encode(input) : input, true);
}

// node_modules/jose/dist/webapi/util/errors.js
var errors_exports = {};
__export(errors_exports, {
  JOSEAlgNotAllowed: () => JOSEAlgNotAllowed,
  JOSEError: () => JOSEError,
  JOSENotSupported: () => JOSENotSupported,
  JWEDecryptionFailed: () => JWEDecryptionFailed,
  JWEInvalid: () => JWEInvalid,
  JWKInvalid: () => JWKInvalid,
  JWKSInvalid: () => JWKSInvalid,
  JWKSMultipleMatchingKeys: () => JWKSMultipleMatchingKeys,
  JWKSNoMatchingKey: () => JWKSNoMatchingKey,
  JWKSTimeout: () => JWKSTimeout,
  JWSInvalid: () => JWSInvalid,
  JWSSignatureVerificationFailed: () => JWSSignatureVerificationFailed,
  JWTClaimValidationFailed: () => JWTClaimValidationFailed,
  JWTExpired: () => JWTExpired,
  JWTInvalid: () => JWTInvalid
});
var JOSEError = class extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message, options) {
    super(message, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
  }
};
var JWTClaimValidationFailed = class extends JOSEError {
  static code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  claim;
  reason;
  payload;
  constructor(message, payload, claim = "unspecified", reason = "unspecified") {
    super(message, { cause: { claim, reason, payload } }), this.claim = claim, this.reason = reason, this.payload = payload;
  }
};
var JWTExpired = class extends JOSEError {
  static code = "ERR_JWT_EXPIRED";
  code = "ERR_JWT_EXPIRED";
  claim;
  reason;
  payload;
  constructor(message, payload, claim = "unspecified", reason = "unspecified") {
    super(message, { cause: { claim, reason, payload } }), this.claim = claim, this.reason = reason, this.payload = payload;
  }
};
var JOSEAlgNotAllowed = class extends JOSEError {
  static code = "ERR_JOSE_ALG_NOT_ALLOWED";
  code = "ERR_JOSE_ALG_NOT_ALLOWED";
};
var JOSENotSupported = class extends JOSEError {
  static code = "ERR_JOSE_NOT_SUPPORTED";
  code = "ERR_JOSE_NOT_SUPPORTED";
};
var JWEDecryptionFailed = class extends JOSEError {
  static code = "ERR_JWE_DECRYPTION_FAILED";
  code = "ERR_JWE_DECRYPTION_FAILED";
  constructor(message = "decryption operation failed", options) {
    super(message, options);
  }
};
var JWEInvalid = class extends JOSEError {
  static code = "ERR_JWE_INVALID";
  code = "ERR_JWE_INVALID";
};
var JWSInvalid = class extends JOSEError {
  static code = "ERR_JWS_INVALID";
  code = "ERR_JWS_INVALID";
};
var JWTInvalid = class extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
};
var JWKInvalid = class extends JOSEError {
  static code = "ERR_JWK_INVALID";
  code = "ERR_JWK_INVALID";
};
var JWKSInvalid = class extends JOSEError {
  static code = "ERR_JWKS_INVALID";
  code = "ERR_JWKS_INVALID";
};
var JWKSNoMatchingKey = class extends JOSEError {
  static code = "ERR_JWKS_NO_MATCHING_KEY";
  code = "ERR_JWKS_NO_MATCHING_KEY";
  constructor(message = "no applicable key found in the JSON Web Key Set", options) {
    super(message, options);
  }
};
var JWKSMultipleMatchingKeys = class extends JOSEError {
  [Symbol.asyncIterator] = async function* () {
  };
  static code = "ERR_JWKS_MULTIPLE_MATCHING_KEYS";
  code = "ERR_JWKS_MULTIPLE_MATCHING_KEYS";
  constructor(message = "multiple matching keys found in the JSON Web Key Set", options) {
    super(message, options);
  }
};
var JWKSTimeout = class extends JOSEError {
  static code = "ERR_JWKS_TIMEOUT";
  code = "ERR_JWKS_TIMEOUT";
  constructor(message = "request timed out", options) {
    super(message, options);
  }
};
var JWSSignatureVerificationFailed = class extends JOSEError {
  static code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  constructor(message = "signature verification failed", options) {
    super(message, options);
  }
};

// node_modules/jose/dist/webapi/lib/validate.js
function isObject(input) {
  if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]")
    return false;
  const prototype = Object.getPrototypeOf(input);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function isJwkSet(input) {
  return isObject(input) && Array.isArray(input.keys) && Array.from(input.keys).every(isObject);
}
function isDisjoint(...headers) {
  const parameters = /* @__PURE__ */ new Set();
  for (const header of headers)
    if (header)
      for (const parameter of Object.keys(header)) {
        if (parameters.has(parameter))
          return false;
        parameters.add(parameter);
      }
  return true;
}
function assertNotSet(value, name) {
  if (value !== void 0)
    throw new TypeError(`${name} can only be called once`);
}
function decodeBase64url(value, label, ErrorClass) {
  try {
    return decode(value);
  } catch (cause) {
    throw new ErrorClass(`Failed to base64url decode the ${label}`, { cause });
  }
}
function encodeAsciiMember(value, label, ErrorClass) {
  try {
    return encode(value);
  } catch (cause) {
    throw new ErrorClass(`The ${label} is not a valid base64url string`, { cause });
  }
}
function parseJoseHeader(encodedProtectedHeader, ErrorClass, message) {
  let parsed;
  try {
    parsed = JSON.parse(strictDecoder.decode(decode(encodedProtectedHeader)));
  } catch (cause) {
    throw new ErrorClass(message, { cause });
  }
  if (!isObject(parsed))
    throw new ErrorClass(message);
  return parsed;
}
var JWS_RECOGNIZED = { __proto__: null, b64: true };
function validateAlgorithms(option, algorithms) {
  if (algorithms !== void 0 && (!Array.isArray(algorithms) || algorithms.some((s) => typeof s != "string")))
    throw new TypeError(`"${option}" option must be an array of strings`);
  return algorithms === void 0 ? void 0 : new Set(algorithms);
}
function validateCritDuplicates(Err, protectedHeader) {
  const { crit } = protectedHeader ?? {};
  if (Array.isArray(crit) && new Set(crit).size !== crit.length)
    throw new Err('"crit" (Critical) Header Parameter MUST NOT contain duplicate values');
}
function validateCrit(Err, recognizedDefault, recognizedOption, protectedHeader, joseHeader) {
  if (joseHeader.crit !== void 0 && protectedHeader?.crit === void 0)
    throw new Err('"crit" (Critical) Header Parameter MUST be integrity protected');
  if (!protectedHeader || protectedHeader.crit === void 0)
    return [];
  if (!Array.isArray(protectedHeader.crit) || protectedHeader.crit.length === 0 || protectedHeader.crit.some((input) => typeof input != "string" || input.length === 0))
    throw new Err('"crit" (Critical) Header Parameter MUST be an array of non-empty strings when present');
  const recognized = recognizedOption === void 0 ? recognizedDefault : { __proto__: null, ...recognizedOption, ...recognizedDefault };
  for (const parameter of protectedHeader.crit) {
    if (!(parameter in recognized))
      throw new JOSENotSupported(`Extension Header Parameter "${parameter}" is not recognized`);
    if (!Object.hasOwn(joseHeader, parameter) || joseHeader[parameter] === void 0)
      throw new Err(`Extension Header Parameter "${parameter}" is missing`);
    if (recognized[parameter] && (!Object.hasOwn(protectedHeader, parameter) || protectedHeader[parameter] === void 0))
      throw new Err(`Extension Header Parameter "${parameter}" MUST be integrity protected`);
  }
  return protectedHeader.crit;
}
function validateB64(protectedHeader, extensions) {
  if (extensions.includes("b64")) {
    const b64 = protectedHeader.b64;
    if (typeof b64 != "boolean")
      throw new JWSInvalid('The "b64" (base64url-encode payload) Header Parameter must be a boolean');
    return b64;
  }
  return true;
}
function serializeJoseHeader(Err, header) {
  let serialized, parsed;
  try {
    serialized = JSON.stringify(header), parsed = JSON.parse(serialized);
  } catch (cause) {
    throw new Err("JOSE Header is not valid JSON", { cause });
  }
  if (!isObject(parsed))
    throw new Err("JOSE Header is not a JSON object");
  return [parsed, serialized];
}

// node_modules/jose/dist/webapi/util/decode_jwt.js
function decodeJwt(jwt) {
  if (typeof jwt != "string")
    throw new JWTInvalid("JWTs must use Compact JWS serialization, JWT must be a string");
  const { 1: encodedPayload, length } = jwt.split(".");
  if (length === 5)
    throw new JWTInvalid("Only JWTs using Compact JWS serialization can be decoded");
  if (length !== 3)
    throw new JWTInvalid("Invalid JWT");
  if (!encodedPayload)
    throw new JWTInvalid("JWTs must contain a payload");
  let claimsSetBytes;
  try {
    claimsSetBytes = decode(encodedPayload);
  } catch (cause) {
    throw new JWTInvalid("Failed to base64url decode the payload", { cause });
  }
  let claimsSet;
  try {
    claimsSet = JSON.parse(strictDecoder.decode(claimsSetBytes));
  } catch (cause) {
    throw new JWTInvalid("Failed to parse the decoded payload as JSON", { cause });
  }
  if (!isObject(claimsSet))
    throw new JWTInvalid("Invalid JWT Claims Set");
  return claimsSet;
}

// packages/oidc/src/read-id-token.ts
function readIdToken(token) {
  const claims = decode2(token);
  if (claims === void 0) throw malformed("what the platform gave as an ID token is not a signed JWT");
  return {
    issuer: text(claims, "iss"),
    subject: text(claims, "sub"),
    audience: audience(claims),
    issuedAt: seconds(claims, "iat"),
    expiresAt: seconds(claims, "exp"),
    claims
  };
}
function decode2(token) {
  try {
    return decodeJwt(token.reveal());
  } catch {
    return void 0;
  }
}
function text(claims, name) {
  const value = claims[name];
  if (typeof value === "string" && value !== "") return value;
  throw malformed(`the ID token has no \`${name}\``);
}
function seconds(claims, name) {
  const value = claims[name];
  if (typeof value === "number" && Number.isFinite(value) && value > 0) return Math.floor(value);
  throw malformed(`the ID token has no \`${name}\``);
}
function audience(claims) {
  const value = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  const names = value.filter((name) => typeof name === "string" && name !== "");
  if (names.length > 0 && names.length === value.length) return names;
  throw malformed("the ID token has no `aud`");
}
function malformed(message) {
  return new UpstreamError(message, {
    code: "ERR_ID_TOKEN_MALFORMED",
    help: "check what answers at `ACTIONS_ID_TOKEN_REQUEST_URL`: it must be the token endpoint of the CI platform, not a proxy or a login page",
    retryable: false
  });
}

// packages/oidc/src/claim.ts
function claimValues(claims, name) {
  const value = Object.hasOwn(claims, name) ? claims[name] : void 0;
  if (value === void 0 || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
function claimText(claims, name) {
  const text2 = claimValues(claims, name).join(" ");
  return text2 === "" ? void 0 : text2;
}

// packages/oidc/src/subject.ts
var REPOSITORY = /^([^/@]+)(?:@([^/@]+))?\/([^/@]+)(?:@([^/@]+))?$/;
var DEFAULT_KEYS = ["ref", "environment", "pull_request"];
function parseSubject(subject) {
  const [scheme, place, ...rest] = subject.split(":");
  const found = scheme === "repo" && place !== void 0 ? REPOSITORY.exec(place) : null;
  if (found === null) return void 0;
  const [, owner, ownerId, repository, repositoryId] = found;
  const context = parts(rest);
  const [only] = context;
  return {
    owner: owner ?? "",
    ownerId,
    repository: repository ?? "",
    repositoryId,
    immutable: ownerId !== void 0 || repositoryId !== void 0,
    context,
    customised: context.length !== 1 || only === void 0 || !DEFAULT_KEYS.includes(only.key)
  };
}
function parts(words) {
  const found = [];
  for (let at = 0; at < words.length; at++) {
    const key = words[at] ?? "";
    found.push(key === "pull_request" || at + 1 === words.length ? { key, value: "" } : { key, value: words[++at] ?? "" });
  }
  return found;
}
function printSubject(subject) {
  const place = `${withId(subject.owner, subject.ownerId)}/${withId(subject.repository, subject.repositoryId)}`;
  const context = subject.context.map(({ key, value }) => value === "" ? `:${key}` : `:${key}:${value}`);
  return `repo:${place}${context.join("")}`;
}
function withId(name, id) {
  return id === void 0 ? name : `${name}@${id}`;
}
function expectedSubjects(claims) {
  const [owner, repository] = claimText(claims, "repository")?.split("/") ?? [];
  if (owner === void 0 || repository === void 0) return void 0;
  const part = contextOf(claims);
  if (part === void 0) return void 0;
  const ownerId = claimText(claims, "repository_owner_id");
  const repositoryId = claimText(claims, "repository_id");
  const context = [part];
  return {
    names: printSubject({ owner, ownerId: void 0, repository, repositoryId: void 0, context }),
    immutable: ownerId === void 0 || repositoryId === void 0 ? void 0 : printSubject({ owner, ownerId, repository, repositoryId, context })
  };
}
function contextOf(claims) {
  const environment = claimText(claims, "environment");
  if (environment !== void 0) return { key: "environment", value: environment.replaceAll(":", "%3A") };
  const real = parseSubject(claimText(claims, "sub") ?? "");
  if (claimText(claims, "event_name") === "pull_request" || real?.context[0]?.key === "pull_request") {
    return { key: "pull_request", value: "" };
  }
  const ref = claimText(claims, "ref");
  return ref === void 0 ? void 0 : { key: "ref", value: ref };
}

// packages/oidc/src/trust-case.ts
function failedOn(trustCase, ...claims) {
  return trustCase.comparison?.nearest?.failed.filter(({ claim, negated }) => claims.includes(claim) && !negated) ?? [];
}
function wanted(trustCase, claim) {
  return failedOn(trustCase, claim).flatMap(({ values }) => values);
}
function wantedSubjects(trustCase) {
  return wanted(trustCase, "sub").flatMap((text2) => {
    const parsed = parseSubject(text2);
    return parsed === void 0 ? [] : [{ text: text2, parsed }];
  });
}
function own(trustCase, claim) {
  return trustCase.claims === void 0 ? void 0 : claimText(trustCase.claims, claim);
}
function stated(trustCase, claim) {
  const actual = own(trustCase, claim);
  return actual === void 0 ? `the token has no \`${claim}\`` : `\`${claim}\` is \`${actual}\``;
}
function sameName(pattern, name) {
  return isGlob(pattern) || pattern.toLowerCase() === name.toLowerCase();
}
function matchesInAnyCase(patterns, value) {
  return value !== void 0 && patterns.some((pattern) => globMatches(pattern.toLowerCase(), value.toLowerCase()));
}
function quoted(values) {
  return values.map((value) => `\`${value}\``).join(", ");
}
var NO_PROVIDER = /no openid ?connect provider|provider .{0,80}not found|unknown issuer|issuer .{0,80}not (?:registered|trusted|found)/i;
var EXPIRED = /expired/i;
var SKEWED = /skew|not yet valid|used before|issued in the future/i;
var REUSED = /jti_reused|\bjti\b.{0,40}\bused\b|already (?:been )?used|replayed/i;
function refusalSays(refusal) {
  const words = `${refusal.code} ${refusal.detail}`.slice(0, 2e3);
  if (NO_PROVIDER.test(words)) return "no-provider";
  if (REUSED.test(words)) return "reused";
  if (SKEWED.test(words)) return "skewed";
  return EXPIRED.test(words) ? "expired" : void 0;
}
function refusalExplainsItself(refusal) {
  return refusalSays(refusal) !== void 0 || /audience/i.test(refusal.detail);
}

// packages/oidc/src/causes/account.ts
function isUnexplained({ blind, comparison, input }) {
  if (comparison === void 0) return blind;
  const { nearest, denying } = comparison;
  return nearest?.issuer === true && nearest.failed.length === 0 && denying.length === 0 && !refusalExplainsItself(input.refusal);
}
var wrongAccount = {
  id: "wrong-account",
  applies: ({ input: { account } }) => account !== void 0 && account.expected !== account.actual ? {
    message: `the request went to the account ${quoted([account.actual])}, and ${quoted([account.expected])} is meant`,
    help: `name the role by its ARN in the account ${quoted([account.expected])}`
  } : void 0
};
var roleMissing = {
  id: "role-missing",
  applies: (trustCase) => isUnexplained(trustCase) ? {
    message: "the refusal is the same when the role does not exist, stands in another account, or names an identity provider of another account",
    help: "compare account number, path and name of the role letter by letter, and the account in the trust policy's identity provider"
  } : void 0
};

// packages/oidc/src/causes/audience.ts
var audience2 = {
  id: "audience",
  applies: (trustCase) => {
    const { claims, input } = trustCase;
    if (claims === void 0) return void 0;
    const actual = claimValues(claims, "aud");
    const expected = wanted(trustCase, "aud");
    if (expected.length > 0) {
      return {
        message: `the token is for the audience ${quoted(actual)}, and the trust admits ${quoted(expected)}`,
        help: `set the input \`audience\` to ${quoted(expected.slice(0, 1))}, or let the trust admit ${quoted(actual)}`
      };
    }
    if (!actual.includes(input.audience)) {
      return {
        message: `the token is for the audience ${quoted(actual)}, and the provider expects ${quoted([input.audience])}`,
        help: `set the input \`audience\` to ${quoted([input.audience])}`
      };
    }
    return /audience/i.test(input.refusal.detail) ? {
      message: `the provider does not know the audience ${quoted(actual)}`,
      help: `add ${quoted(actual)} to the audiences of the identity provider (on AWS: the client ids of the OpenID Connect provider), or set the input \`audience\` to one that is there`
    } : void 0;
  }
};

// packages/oidc/src/issuer.ts
var PUBLIC_ISSUER = "token.actions.githubusercontent.com";
function bareIssuer(issuer2) {
  return issuer2.replace(/^https?:\/\//, "").replace(/\/$/, "");
}
function issuerKind(issuer2) {
  const bare = bareIssuer(issuer2);
  if (bare === PUBLIC_ISSUER) return "public";
  if (bare.startsWith(`${PUBLIC_ISSUER}/`)) return "enterprise";
  if (/^token\.actions\.[a-z0-9-]+\.ghe\.com$/.test(bare)) return "residency";
  if (bare.endsWith("/_services/token")) return "server";
  return "other";
}

// packages/oidc/src/causes/issuer.ts
function trustedIssuers({ comparison }) {
  const nearest = comparison?.nearest;
  return nearest === void 0 || nearest.issuer ? void 0 : nearest.statement.issuers.map((known) => `https://${bareIssuer(known)}`);
}
function unlike(trustCase, kinds, say) {
  const actual = own(trustCase, "iss");
  if (actual === void 0) return void 0;
  const trusted = trustedIssuers(trustCase);
  if (trusted === void 0 && !trustCase.blind) return void 0;
  const fits2 = kinds.includes(issuerKind(actual)) || (trusted?.some((known) => kinds.includes(issuerKind(known))) ?? false);
  return fits2 ? say(actual, quoted(trusted ?? [`https://${PUBLIC_ISSUER}`])) : void 0;
}
var issuerEnterprise = {
  id: "issuer-enterprise",
  applies: (trustCase) => unlike(trustCase, ["enterprise"], (issuer2, trusted) => ({
    message: `the token's issuer is \`${issuer2}\`, and a trust policy for ${trusted} does not admit it: an enterprise with an issuer of its own has its slug in the path`,
    help: `register \`${issuer2}\` as an identity provider, slug included, and write it in every condition of the trust policy`
  }))
};
var issuerHost = {
  id: "issuer-host",
  applies: (trustCase) => {
    if (issuerKind(own(trustCase, "iss") ?? "") === "enterprise") return void 0;
    return unlike(trustCase, ["residency", "server"], (issuer2, trusted) => ({
      message: `the token's issuer is \`${issuer2}\`, and a trust policy for ${trusted} does not admit it: GitHub Enterprise Server and ghe.com issue under a host of their own`,
      help: `register \`${issuer2}\` as an identity provider that the cloud can reach, and write it in every condition of the trust policy`
    }));
  }
};
var issuer = {
  id: "issuer",
  applies: (trustCase) => {
    const trusted = trustedIssuers(trustCase);
    const actual = own(trustCase, "iss");
    if (trusted === void 0 || actual === void 0) return void 0;
    const special = [actual, ...trusted].some((known) => ["enterprise", "residency", "server"].includes(issuerKind(known)));
    return special ? void 0 : {
      message: `the token's issuer is \`${actual}\`, and the trust policy is about ${quoted(trusted)}`,
      help: `write a statement for \`${actual}\``
    };
  }
};
var providerNotRegistered = {
  id: "provider-not-registered",
  applies: (trustCase) => {
    const actual = own(trustCase, "iss");
    return actual !== void 0 && refusalSays(trustCase.input.refusal) === "no-provider" ? {
      message: `the account has no identity provider for the issuer \`${actual}\``,
      help: `register \`${actual}\` with the audience \`${trustCase.input.audience}\` in the account that the role stands in`
    } : void 0;
  }
};

// packages/oidc/src/causes/job.ts
function otherInSubject(trustCase, key) {
  const actual = trustCase.subject?.context.find((part) => part.key === key)?.value;
  if (actual === void 0) return [];
  const decoded = own(trustCase, "sub")?.replaceAll("%3A", ":") ?? "";
  const readable = wantedSubjects(trustCase).filter(({ text: text2 }) => !globMatches(text2, decoded));
  const values = readable.flatMap(({ parsed }) => parsed.context.filter((part) => part.key === key).map(({ value }) => value));
  return matchesInAnyCase(values, actual) ? [] : values;
}
function differs(trustCase, claim, key, help) {
  const expected = [.../* @__PURE__ */ new Set([...wanted(trustCase, claim), ...otherInSubject(trustCase, key)])];
  if (expected.length === 0 || matchesInAnyCase(expected, own(trustCase, claim))) return void 0;
  return {
    message: `${stated(trustCase, claim)}, and the trust admits ${quoted(expected)}`,
    help: help(quoted(expected))
  };
}
var repositoryNotTrusted = {
  id: "repository-not-trusted",
  applies: (trustCase) => {
    const { subject } = trustCase;
    const byClaim = failedOn(trustCase, "repository", "repository_id", "repository_owner", "repository_owner_id").find(
      ({ claim: claim2, values }) => !matchesInAnyCase(values, own(trustCase, claim2))
    );
    const foreign = wantedSubjects(trustCase).filter(({ parsed }) => subject !== void 0 && !sameRepository(parsed, subject));
    const all = wantedSubjects(trustCase).length;
    if (byClaim === void 0 && (foreign.length === 0 || foreign.length < all)) return void 0;
    const claim = byClaim?.claim ?? "sub";
    return {
      message: `${stated(trustCase, claim)}, and the trust admits ${quoted(byClaim?.values ?? foreign.map(({ text: text2 }) => text2))}`,
      help: "if the repository was renamed, moved or created anew, trust it by its `repository_id`; else this refusal is right"
    };
  }
};
function sameRepository(wantedOne, actual) {
  const sameId = (a, b) => a === void 0 || b === void 0 || sameName(a, b);
  return sameName(wantedOne.owner, actual.owner) && sameName(wantedOne.repository, actual.repository) && sameId(wantedOne.ownerId, actual.ownerId) && sameId(wantedOne.repositoryId, actual.repositoryId);
}
var environmentNotTrusted = {
  id: "environment-not-trusted",
  applies: (trustCase) => differs(
    trustCase,
    "environment",
    "environment",
    (expected) => `give the job one of these environments: ${expected}; a job has none unless it names one`
  )
};
var refNotTrusted = {
  id: "ref-not-trusted",
  applies: (trustCase) => differs(
    trustCase,
    "ref",
    "ref",
    (expected) => `run the job from ${expected}, or admit this ref if it may have what the role gives`
  )
};
var TOLD_ELSEWHERE = [
  "sub",
  "aud",
  "iss",
  "ref",
  "environment",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "job_workflow_ref",
  "workflow_ref"
];
var claimNotTrusted = {
  id: "claim-not-trusted",
  applies: (trustCase) => {
    const first = trustCase.comparison?.nearest?.failed.find(
      ({ claim, negated, values }) => negated || !TOLD_ELSEWHERE.includes(claim) && !matchesInAnyCase(values, own(trustCase, claim))
    );
    if (first === void 0) return void 0;
    return {
      message: `${stated(trustCase, first.claim)}, and \`${first.source}\` ${first.negated ? "keeps out" : "admits"} ${quoted(first.values)}`,
      help: "let the right job ask, or change the condition if this one may have what the role gives"
    };
  }
};
var deniedByStatement = {
  id: "denied-by-statement",
  applies: ({ comparison }) => {
    const ids = comparison?.denying.map(({ id }) => id) ?? [];
    return ids.length === 0 ? void 0 : {
      message: `the job is kept out by the deny of ${quoted(ids)}, whatever else admits it`,
      help: "change the conditions of that deny if this job may have what the role gives; no allow can outweigh it"
    };
  }
};

// packages/oidc/src/causes/pattern.ts
function tried({ claims, comparison }, operator) {
  if (claims === void 0) return [];
  const failed = comparison?.nearest?.failed.filter(
    (condition) => !condition.negated && (operator ?? condition.operator) === condition.operator
  ) ?? [];
  return failed.flatMap(
    ({ claim, values, source }) => claimValues(claims, claim).flatMap((actual) => values.map((value) => ({ claim, value, actual, source })))
  );
}
var wildcardWithEquals = {
  id: "wildcard-with-equals",
  applies: (trustCase) => {
    const found = tried(trustCase, "equals").find(({ value }) => isGlob(value));
    return found && {
      message: `\`${found.source}\` compares letter by letter, so the wildcard in \`${found.value}\` matches only itself`,
      help: `compare \`${found.claim}\` by pattern (on AWS: \`StringLike\`), or write the value in full`
    };
  }
};
var letterCase = {
  id: "letter-case",
  applies: (trustCase) => {
    const found = tried(trustCase).find(
      ({ value, actual }) => !globMatches(value, actual) && globMatches(value.toLowerCase(), actual.toLowerCase())
    );
    return found && {
      message: `\`${found.claim}\` is \`${found.actual}\`, and the trust admits \`${found.value}\`: upper and lower case differ`,
      help: "write the value as the token has it"
    };
  }
};
var wildcardTooNarrow = {
  id: "wildcard-too-narrow",
  applies: (trustCase) => {
    const found = tried(trustCase).find(({ value, actual }) => !globMatches(value, actual) && globMatches(`${value}*`, actual));
    return found && {
      message: `\`${found.claim}\` is \`${found.actual}\`, and \`${found.value}\` matches only its beginning`,
      help: `a pattern must cover the whole value: write what follows, \`${found.actual.slice(literalPrefix(found))}\`, or a pattern for it`
    };
  }
};
function literalPrefix({ value, actual }) {
  let length = 0;
  while (length < value.length && value[length] === actual[length]) length++;
  return length;
}
var encodedColon = {
  id: "encoded-colon",
  applies: (trustCase) => {
    const subject = own(trustCase, "sub");
    if (subject?.includes("%3A") !== true) return void 0;
    const decoded = subject.replaceAll("%3A", ":");
    const meant = wanted(trustCase, "sub").find(
      (value) => globMatches(value, decoded) || globMatches(value.replaceAll("%3a", "%3A"), subject)
    );
    if (meant === void 0 && !trustCase.blind) return void 0;
    return {
      message: `a colon inside a value is written \`%3A\` in the subject, which is \`${subject}\``,
      help: meant === void 0 ? "write `%3A` for it in the trust policy" : `write ${quoted([subject])} instead of ${quoted([meant])}`
    };
  }
};

// packages/oidc/src/causes/permission.ts
var PERMISSIONS = "permissions:\n  contents: read\n  id-token: write";
var forkPullRequest = {
  id: "fork-pull-request",
  applies: ({ input, claims }) => claims === void 0 && !input.permission && input.event?.fork ? {
    message: "the pull request comes from a fork, and GitHub never gives an ID token to such a job",
    help: "skip the lease where `github.event.pull_request.head.repo.full_name != github.repository`, or lease in a job that runs after the merge"
  } : void 0
};
var idTokenPermission = {
  id: "id-token-permission",
  applies: ({ input, claims }) => claims === void 0 && !input.permission && !input.event?.fork ? {
    message: "the job has no permission `id-token: write`, so the platform gives it no ID token",
    help: "give the permission to the job; a `permissions` block there replaces the one of the workflow, so list every permission that it needs",
    snippet: PERMISSIONS
  } : void 0
};
var callerPermission = {
  id: "caller-permission",
  applies: ({ input, claims }) => claims === void 0 && !input.permission && !input.event?.fork ? {
    message: "a job of a reusable workflow has at most the permissions of the job that calls it",
    help: "if this job stands in a reusable workflow, give `id-token: write` to the calling job as well",
    snippet: `jobs:
  call:
    ${PERMISSIONS.replaceAll("\n", "\n    ")}
    uses: OWNER/REPOSITORY/.github/workflows/FILE.yml@REF`
  } : void 0
};

// packages/oidc/src/compare.ts
function conditionHolds(condition, claims) {
  const matches = claimValues(claims, condition.claim).some(
    (value) => condition.values.some((wanted2) => fits(condition, wanted2, value))
  );
  return matches !== condition.negated;
}
function fits(condition, wanted2, value) {
  return condition.operator === "like" ? globMatches(wanted2, value) : wanted2 === value;
}
function statementHolds(statement, claims) {
  return issuerFits(statement, claims) && statement.conditions.every((condition) => conditionHolds(condition, claims));
}
function issuerFits(statement, claims) {
  const issuer2 = bareIssuer(claimText(claims, "iss") ?? "");
  return statement.issuers.length === 0 || statement.issuers.some((known) => bareIssuer(known) === issuer2);
}
function compareTrust(statements, claims) {
  const allowing = statements.filter(({ effect }) => effect === "allow").map((statement) => compare(statement, claims));
  return {
    nearest: allowing.toSorted((a, b) => distance(a) - distance(b) || closeness(b, claims) - closeness(a, claims))[0],
    denying: statements.filter((statement) => statement.effect === "deny" && statementHolds(statement, claims))
  };
}
function compare(statement, claims) {
  return {
    statement,
    issuer: issuerFits(statement, claims),
    failed: statement.conditions.filter((condition) => !conditionHolds(condition, claims))
  };
}
function distance({ issuer: issuer2, failed }) {
  return failed.length + (issuer2 ? 0 : 1);
}
function closeness({ failed }, claims) {
  let best = 0;
  for (const { claim, values } of failed) {
    const actual = claimText(claims, claim) ?? "";
    for (const wanted2 of values) best = Math.max(best, sharedPrefix(wanted2, actual));
  }
  return best;
}
function sharedPrefix(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
function mismatchesOf({ nearest, denying }, claims) {
  const found = [];
  if (nearest && !nearest.issuer) {
    const expected = nearest.statement.issuers.map((issuer2) => `https://${bareIssuer(issuer2)}`);
    found.push({ claim: "iss", actual: claimText(claims, "iss"), expected, source: nearest.statement.id });
  }
  for (const condition of nearest?.failed ?? []) found.push(mismatch(condition, claims, condition.negated, condition.source));
  for (const { id, conditions } of denying) {
    for (const condition of conditions)
      found.push(mismatch(condition, claims, !condition.negated, `deny ${id}: ${condition.source}`));
  }
  return found;
}
function mismatch(condition, claims, unwanted, source) {
  return {
    claim: condition.claim,
    actual: claimText(claims, condition.claim),
    expected: unwanted ? condition.values.map((value) => `not ${value}`) : condition.values,
    source
  };
}

// packages/oidc/src/correct-subject.ts
function correctedSubject(condition, claims) {
  const actual = claimText(claims, "sub");
  if (actual === void 0) return [];
  const twins = condition.values.flatMap((value) => otherShape(value, claims));
  const operator = twins.some(isGlob) ? "like" : condition.operator;
  const both = {
    ...condition,
    operator,
    values: [.../* @__PURE__ */ new Set([...condition.values, ...twins])],
    source: `${operator} sub`
  };
  if (conditionHolds(both, claims)) return [both];
  return [{ claim: "sub", operator: "equals", negated: false, values: [actual], source: "equals sub" }];
}
function otherShape(pattern, claims) {
  const parsed = parseSubject(pattern);
  if (parsed === void 0) return [];
  const { owner, repository, context } = parsed;
  const [ownName, ownRepository] = claimText(claims, "repository")?.split("/") ?? [];
  const ownerId = claimText(claims, "repository_owner_id");
  const repositoryId = claimText(claims, "repository_id");
  if (parsed.immutable) {
    if (parsed.ownerId !== ownerId || parsed.repositoryId !== void 0 && parsed.repositoryId !== repositoryId) return [];
    return [printSubject({ owner, ownerId: void 0, repository, repositoryId: void 0, context })];
  }
  if (owner !== ownName || ownerId === void 0) return [];
  if (isGlob(repository)) return [printSubject({ owner, ownerId, repository, repositoryId: void 0, context })];
  if (repository !== ownRepository || repositoryId === void 0) return [];
  return [printSubject({ owner, ownerId, repository, repositoryId, context })];
}
function namesOnly(values, claims) {
  const own2 = claimText(claims, "repository")?.toLowerCase();
  const named2 = (parsed) => parsed && `${parsed.owner}/${parsed.repository}`.toLowerCase();
  return own2 !== void 0 && values.every((value) => named2(parseSubject(value)) === own2);
}

// packages/oidc/src/causes/subject.ts
function contextKey(subject) {
  return subject?.customised ? void 0 : subject?.context[0]?.key;
}
function wantedOf(trustCase, ...kinds) {
  return wantedSubjects(trustCase).find(({ parsed }) => kinds.includes(contextKey(parsed) ?? ""))?.text;
}
var environmentSubject = {
  id: "environment-subject",
  applies: (trustCase) => {
    const { subject } = trustCase;
    const actual = own(trustCase, "sub");
    if (subject === void 0 || actual === void 0) return void 0;
    if (contextKey(subject) === "environment") {
      const ref = own(trustCase, "ref");
      const byRef = ref === void 0 ? void 0 : printSubject({ ...subject, context: [{ key: "ref", value: ref }] });
      const expected2 = wantedOf(trustCase, "ref") ?? (trustCase.blind ? byRef : void 0);
      return expected2 === void 0 ? void 0 : {
        message: `the job runs in an environment, so its subject is \`${actual}\`, and a trust policy for \`${expected2}\` does not match`,
        help: "let the trust policy name the environment in the subject and the branch by the claim `ref`, or take `environment` from the job"
      };
    }
    const expected = wantedOf(trustCase, "environment");
    return expected === void 0 ? void 0 : {
      message: `the trust policy is for an environment, \`${expected}\`, and the job runs in none, so its subject is \`${actual}\``,
      help: `give the job \`environment: ${environmentOf(trustCase)}\``
    };
  }
};
function environmentOf(trustCase) {
  const found = wantedSubjects(trustCase).find(({ parsed }) => contextKey(parsed) === "environment");
  return found?.parsed.context[0]?.value.replaceAll("%3A", ":") ?? "";
}
var pullRequestSubject = {
  id: "pull-request-subject",
  applies: (trustCase) => {
    const actual = own(trustCase, "sub");
    if (actual === void 0) return void 0;
    if (contextKey(trustCase.subject) !== "pull_request") {
      const expected2 = wantedOf(trustCase, "pull_request");
      return expected2 === void 0 ? void 0 : {
        message: `the trust policy is for pull requests, \`${expected2}\`, and the job runs for none, so its subject is \`${actual}\``,
        help: "lease in a job that runs on `pull_request`, or write a statement for this event"
      };
    }
    const expected = wantedOf(trustCase, "ref", "environment");
    if (expected === void 0 && !trustCase.blind) return void 0;
    return {
      message: `the job runs for a pull request, so its subject is \`${actual}\`${expected === void 0 ? ", whatever the branch" : `, and the trust policy is for \`${expected}\``}`,
      help: "lease in a job that runs on `push`, or give the job an environment; trusting this subject trusts every pull request of the repository"
    };
  }
};
var immutableSubject = {
  id: "immutable-subject",
  applies: (trustCase) => {
    const { subject, claims } = trustCase;
    const actual = own(trustCase, "sub");
    if (subject === void 0 || claims === void 0 || actual === void 0) return void 0;
    const other = wantedSubjects(trustCase).find(
      ({ parsed }) => parsed.immutable !== subject.immutable && sameName(parsed.owner, subject.owner) && sameName(parsed.repository, subject.repository)
    );
    const guess = trustCase.blind && issuerKind(own(trustCase, "iss") ?? "") !== "server" ? otherShape(actual, claims)[0] : void 0;
    const expected = other?.text ?? guess;
    if (expected === void 0) return void 0;
    const id = own(trustCase, "repository_id");
    return {
      message: subject.immutable ? `the subject carries ids, \`${actual}\`, and a trust policy for names, \`${expected}\`, does not match` : `the subject carries names only, \`${actual}\`, and a trust policy for ids, \`${expected}\`, does not match`,
      help: `accept both shapes side by side${id === void 0 ? "" : `, and bind the repository by a condition \`repository_id\` equal to \`${id}\``}`
    };
  }
};
var customisedSubject = {
  id: "customised-subject",
  applies: (trustCase) => {
    const { subject, claims } = trustCase;
    const actual = own(trustCase, "sub");
    const defaults = claims === void 0 ? void 0 : expectedSubjects(claims);
    if (actual === void 0 || defaults === void 0 || subject?.customised === false) return void 0;
    if (!trustCase.blind && failedOn(trustCase, "sub").length === 0) return void 0;
    const shapes = [defaults.names, ...defaults.immutable === void 0 ? [] : [defaults.immutable]];
    return {
      message: `the subject is customised: it is \`${actual}\`, not ${quoted(shapes).replace(", ", " or ")}`,
      help: "write the trust policy for the subject as it is; `GET /repos/OWNER/REPOSITORY/actions/oidc/customization/sub` tells the claims that it is composed of"
    };
  }
};

// packages/oidc/src/causes/time.ts
var LEEWAY_SECONDS = 60;
function seconds2({ claims }, name) {
  const value = Number(claims === void 0 ? Number.NaN : claimValues(claims, name)[0]);
  return Number.isFinite(value) ? value : void 0;
}
function serverSeconds({ input }) {
  return input.serverDate === void 0 ? void 0 : Math.floor(input.serverDate / 1e3);
}
var clockSkew = {
  id: "clock-skew",
  applies: (trustCase) => {
    const issued = seconds2(trustCase, "iat");
    const notBefore = seconds2(trustCase, "nbf") ?? issued;
    const server = serverSeconds(trustCase);
    if (issued === void 0 || notBefore === void 0) return void 0;
    if (server !== void 0 && (issued - server > LEEWAY_SECONDS || notBefore - server > LEEWAY_SECONDS)) {
      return {
        message: `the clock of the provider is ${issued - server} s behind that of the token's issuer`,
        help: "set the clock of whichever is yours, the provider or the CI server, by NTP"
      };
    }
    return refusalSays(trustCase.input.refusal) === "skewed" ? {
      message: "the provider says that the token or the request is from another time than its own clock shows",
      help: "set the clock of this machine, and of the provider if it is yours, by NTP"
    } : void 0;
  }
};
var tokenExpired = {
  id: "token-expired",
  applies: (trustCase) => {
    const expires = seconds2(trustCase, "exp");
    const server = serverSeconds(trustCase);
    if (expires === void 0) return void 0;
    if (server !== void 0 && server >= expires) {
      return {
        message: `the token had expired ${server - expires} s before the provider saw it`,
        help: "mint a token for every attempt; if this one was fresh, the clock of the provider or of the CI server is wrong"
      };
    }
    return refusalSays(trustCase.input.refusal) === "expired" ? { message: "the provider says that the token has expired", help: "mint a token for every attempt, and use it at once" } : void 0;
  }
};
var tokenReused = {
  id: "token-reused",
  applies: ({ claims, input }) => claims !== void 0 && refusalSays(input.refusal) === "reused" ? {
    message: "the provider accepts an ID token once, and has seen this one",
    help: "mint a token for every exchange and every attempt"
  } : void 0
};
var trustJustCreated = {
  id: "trust-just-created",
  applies: (trustCase) => isUnexplained(trustCase) ? {
    message: "a trust policy or identity provider that was just written may take some minutes until it holds everywhere",
    help: "if it was changed in the last five minutes, run the job again"
  } : void 0
};

// packages/oidc/src/causes/workflow.ts
var reusableWorkflow = {
  id: "reusable-workflow",
  applies: (trustCase) => {
    const called = own(trustCase, "job_workflow_ref");
    const calling = own(trustCase, "workflow_ref");
    const failed = failedOn(trustCase, "job_workflow_ref", "workflow_ref")[0];
    if (failed === void 0) {
      if (!trustCase.blind || called === void 0 || calling === void 0 || called === calling) return void 0;
      return {
        message: `the job stands in the reusable workflow \`${called}\`, called by \`${calling}\`; repository and ref in the token are those of the caller`,
        help: "trust the reusable workflow by the claim `job_workflow_ref`, and the caller by `repository_id`"
      };
    }
    const actual = own(trustCase, failed.claim);
    const swapped = failed.claim === "job_workflow_ref" ? calling : called;
    const mixedUp = swapped !== void 0 && failed.values.some((value) => globMatches(value, swapped));
    return {
      message: actual === void 0 ? `the trust policy compares \`${failed.claim}\`, and the token has no such claim` : `\`${failed.claim}\` is \`${actual}\`, and the trust admits ${quoted(failed.values)}`,
      help: mixedUp ? `the value is that of \`${failed.claim === "job_workflow_ref" ? "workflow_ref" : "job_workflow_ref"}\`: \`job_workflow_ref\` is the file that the job stands in, \`workflow_ref\` the one that called it` : "write the path of the workflow file with the ref that it is called by, such as `acme/ci/.github/workflows/deploy.yml@refs/tags/v1`"
    };
  }
};

// packages/oidc/src/causes/index.ts
var CAUSES = [
  forkPullRequest,
  idTokenPermission,
  callerPermission,
  providerNotRegistered,
  audience2,
  issuerEnterprise,
  issuerHost,
  issuer,
  tokenReused,
  clockSkew,
  tokenExpired,
  wrongAccount,
  deniedByStatement,
  wildcardWithEquals,
  letterCase,
  wildcardTooNarrow,
  environmentSubject,
  pullRequestSubject,
  immutableSubject,
  customisedSubject,
  encodedColon,
  reusableWorkflow,
  repositoryNotTrusted,
  environmentNotTrusted,
  refNotTrusted,
  claimNotTrusted,
  roleMissing,
  trustJustCreated
];

// packages/oidc/src/correct.ts
function correctedConditions(conditions, claims) {
  const corrected = conditions.flatMap(
    (condition) => conditionHolds(condition, claims) ? [condition] : corrections(condition, claims)
  );
  const failedSubjects = conditions.filter(
    (condition) => condition.claim === "sub" && !condition.negated && !conditionHolds(condition, claims)
  );
  const added = [
    ...failedSubjects.some(({ values }) => namesOnly(values, claims)) || lostRepository(conditions, claims) ? exactly(claims, "repository_id") : [],
    ...failedSubjects.flatMap((condition) => lostRef(condition, corrected, claims)),
    // Without its environment only the ref tells this job from the repository's others.
    ...lostEnvironment(conditions, claims) ? exactly(claims, "ref") : [],
    ...exactly(claims, "aud")
  ];
  const bound = new Set(corrected.filter(({ negated }) => !negated).map(({ claim }) => claim));
  return [...corrected, ...added.filter(({ claim }) => !bound.has(claim) && bound.add(claim))];
}
function suggestedConditions(claims, audience3) {
  return ["aud", "sub", "repository_id"].flatMap((claim) => exactly({ ...claims, aud: audience3 }, claim));
}
function corrections(condition, claims) {
  const actual = claimValues(claims, condition.claim);
  if (condition.negated) {
    const values = condition.values.filter((value) => !actual.some((found) => fits(condition, value, found)));
    return values.length === 0 ? [] : [{ ...condition, values }];
  }
  const asPattern = { ...condition, operator: "like", source: `like ${condition.claim}` };
  if (condition.values.some(isGlob) && conditionHolds(asPattern, claims)) return [asPattern];
  return condition.claim === "sub" ? correctedSubject(condition, claims) : exactly(claims, condition.claim);
}
function exactly(claims, claim) {
  const values = claimValues(claims, claim).filter((value) => value !== "");
  return values.length === 0 ? [] : [{ claim, operator: "equals", negated: false, values, source: `equals ${claim}` }];
}
function lostRepository(conditions, claims) {
  return conditions.some(
    (condition) => condition.claim === "repository" && !condition.negated && !conditionHolds(condition, claims)
  );
}
function lostEnvironment(conditions, claims) {
  return claimText(claims, "environment") === void 0 && conditions.some(({ claim, negated }) => claim === "environment" && !negated);
}
function lostRef(condition, corrected, claims) {
  const ref = claimText(claims, "ref");
  const bound = condition.values.flatMap((value) => parseSubject(value)?.context.filter(({ key }) => key === "ref") ?? []);
  const patterns = [...new Set(bound.map(({ value }) => value))];
  const stillBound = corrected.some(
    ({ claim, values }) => claim === "sub" && values.every((value) => parseSubject(value)?.context.some(({ key }) => key === "ref"))
  );
  const operator = patterns.some(isGlob) ? "like" : "equals";
  const replacement = { claim: "ref", operator, negated: false, values: patterns, source: `${operator} ref` };
  return ref === void 0 || stillBound || patterns.length === 0 || !conditionHolds(replacement, claims) ? [] : [replacement];
}

// packages/oidc/src/diagnose.ts
function diagnose(input) {
  const trustCase = caseOf(input);
  const { claims, comparison } = trustCase;
  const causes = CAUSES.flatMap(({ id, applies }) => {
    const found = applies(trustCase);
    return found === void 0 ? [] : [{ id, ...found }];
  });
  if (claims === void 0) return { causes, mismatches: [], corrected: [], claims: {} };
  const mismatches = comparison === void 0 ? [] : mismatchesOf(comparison, claims);
  return { causes, mismatches, corrected: correctionOf(trustCase, claims), claims: shownClaims(claims) };
}
function correctionOf({ blind, comparison, input }, claims) {
  if (comparison === void 0) return blind ? suggestedConditions(claims, input.audience) : [];
  const { nearest } = comparison;
  if (nearest === void 0) return suggestedConditions(claims, input.audience);
  return nearest.failed.length === 0 ? [] : correctedConditions(nearest.statement.conditions, claims);
}
function caseOf(input) {
  const { claims, statements } = input;
  const comparison = claims && statements && statements.length > 0 ? compareTrust(statements, claims) : void 0;
  return {
    input,
    claims,
    subject: claims === void 0 ? void 0 : parseSubject(claimText(claims, "sub") ?? ""),
    comparison,
    blind: claims !== void 0 && comparison === void 0 && !refusalExplainsItself(input.refusal)
  };
}

// packages/platforms/src/ca-bundle.ts
var loaded = /* @__PURE__ */ new Set();
async function useCaBundle(path) {
  if (loaded.has(path)) return;
  const pem = readPem(path);
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (!certificates) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` holds no certificate`, {
      code: "ERR_CA_BUNDLE",
      help: "give a PEM file with at least one `BEGIN CERTIFICATE` block"
    });
  }
  const tls = await import("node:tls");
  if (typeof tls.setDefaultCACertificates !== "function") {
    throw new ConfigError(`this Node (${process.version}) cannot trust \`AWS_CA_BUNDLE\` at run time`, {
      code: "ERR_CA_BUNDLE",
      help: "set `NODE_EXTRA_CA_CERTS` to the same file instead, or run Node 22.19 or newer"
    });
  }
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates("default"), ...certificates]);
  } catch (cause) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` holds a certificate that cannot be read`, {
      code: "ERR_CA_BUNDLE",
      help: "look at it with `openssl x509 -noout -text`, and take the broken block away",
      cause
    });
  }
  loaded.add(path);
}
function readPem(path) {
  try {
    return _readFileSync(path, "utf8");
  } catch (cause) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` cannot be read`, {
      code: "ERR_CA_BUNDLE",
      help: "give the path of a PEM file, or take the variable away",
      cause
    });
  }
}

// packages/platforms/src/node-http.ts
var MAX_BODY_BYTES = 2 * 1024 * 1024;
function nodeHttp(env) {
  return async (request) => {
    const { HttpClient } = await import("./chunk-2BE5PPRF.js");
    if (env.AWS_CA_BUNDLE) await useCaBundle(env.AWS_CA_BUNDLE);
    const signal = AbortSignal.timeout(request.timeoutMs);
    const client = new HttpClient(void 0, [deadline(signal)], { allowRedirects: false, allowRetries: false });
    try {
      const { message } = await client.request(request.method, request.url, request.body ?? "", { ...request.headers });
      return { status: message.statusCode ?? 0, headers: flatten(message), body: await readBody(message) };
    } catch (error) {
      throw failure(request, error, signal.aborted);
    }
  };
}
function deadline(signal) {
  return {
    prepareRequest: (options) => {
      options.signal = signal;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error("no authentication is handled here"))
  };
}
function flatten(message) {
  const headers = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== void 0) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}
async function readBody(message) {
  const chunks = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      message.destroy();
      throw new Error("the answer is too large");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
function failure(request, error, late) {
  const host = new URL(request.url).host;
  const reason = nodeCode(error);
  if (late) {
    return new UpstreamError(`\`${host}\` did not answer within ${request.timeoutMs / 1e3} s`, {
      code: "ERR_UPSTREAM_TIMEOUT",
      retryable: true,
      help: "check that the runner may reach this host, and the proxy variables `HTTPS_PROXY` and `NO_PROXY`"
    });
  }
  if (reason === "aborted") {
    return new UpstreamError(`\`${host}\` closed the connection in the middle of its answer`, {
      code: "ERR_UPSTREAM_TRUNCATED",
      retryable: true,
      help: "try again; if it stays so, something between the runner and this host cuts connections"
    });
  }
  const certificate = /CERT|SELF_SIGNED|ISSUER|TLS|SSL/.test(reason);
  return new UpstreamError(`\`${host}\` could not be reached: ${reason}`, {
    code: certificate ? "ERR_UPSTREAM_CERTIFICATE" : "ERR_UPSTREAM_UNREACHABLE",
    retryable: !certificate,
    help: certificate ? "set `NODE_EXTRA_CA_CERTS` or `AWS_CA_BUNDLE` to a file with the certificate authority that signed it" : "check the host name, and the proxy variables `HTTPS_PROXY` and `NO_PROXY`"
  });
}
function nodeCode(error) {
  if (!(error instanceof Error)) return "unknown failure";
  const code = error.code;
  if (error.message === "aborted") return "aborted";
  if (typeof code === "string") return code;
  const status = /statusCode=(\d{3})/.exec(error.message)?.[1];
  return status ? `the proxy answered ${status}` : error.name;
}

// packages/platforms/src/node-ports.ts
var systemClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => _setTimeout(ms, void 0, signal ? { signal } : {}).catch(() => void 0)
};
var systemRandom = (length) => crypto.getRandomValues(new Uint8Array(length));
function nodePorts(parts2) {
  return { clock: systemClock, random: systemRandom, http: parts2.http, log: parts2.log };
}

// packages/platforms/src/append-line.ts
function appendLine(path, line) {
  _mkdirSync(_dirname(path), { recursive: true, mode: 448 });
  _appendFileSync(path, `${line}
`, { mode: 384 });
}

// packages/platforms/src/private-folder.ts
var NAME = /^[0-9A-Za-z][0-9A-Za-z._-]{0,127}$/;
function leaseRoot(temp) {
  return _join(temp, "leasehold");
}
function leaseFolders(temp) {
  const root = leaseRoot(temp);
  if (!_existsSync(root)) return [];
  return _readdirSync(root, { withFileTypes: true }).flatMap(
    (entry) => entry.isDirectory() && NAME.test(entry.name) ? [entry.name] : []
  );
}
function privateFolder(temp, leaseId) {
  const root = leaseRoot(temp);
  const path = _join(root, named(leaseId));
  return {
    path,
    write: async (name, content) => {
      const partial = _join(path, `.${named(name)}.partial`);
      makePrivate(root);
      makePrivate(path);
      _rmSync(partial, { force: true });
      const file = _openSync(partial, _constants.O_WRONLY | _constants.O_CREAT | _constants.O_EXCL | _constants.O_NOFOLLOW, 384);
      try {
        _writeFileSync(file, content);
      } finally {
        _closeSync(file);
      }
      _renameSync(partial, _join(path, name));
    },
    read: async (name) => {
      try {
        return _readFileSync(_join(path, named(name)), "utf8");
      } catch (error) {
        if (error.code === "ENOENT") return void 0;
        throw error;
      }
    },
    remove: async () => _rmSync(path, { recursive: true, force: true })
  };
}
function named(name) {
  if (NAME.test(name)) return name;
  throw new InternalError("a lease or a file of it has a name that leads out of its private folder", {
    code: "ERR_PRIVATE_FOLDER"
  });
}
function makePrivate(path) {
  _mkdirSync(path, { recursive: true, mode: 448 });
  const found = _lstatSync(path);
  const foreign = process.getuid !== void 0 && found.uid !== process.getuid();
  if (!found.isDirectory() || foreign) {
    throw new InternalError(`\`${path}\` is not a folder of this user`, {
      code: "ERR_PRIVATE_FOLDER",
      help: "another user or program made it; remove it, or give the job a temporary folder of its own"
    });
  }
  if ((found.mode & 63) !== 0) _chmodSync(path, 448);
}

// packages/platforms/src/terminal.ts
function terminal(env, options, ports) {
  const { within } = options;
  const exported = /* @__PURE__ */ new Map();
  const state = /* @__PURE__ */ new Map();
  const run = Array.from(ports.random(5), (byte) => byte.toString(36).padStart(2, "0")).join("").slice(0, 10);
  return {
    id: "terminal",
    title: "terminal",
    exported,
    run: within?.run ?? { platform: "lo", run, attempt: "1" },
    runUrl: within?.runUrl,
    idToken: (audience3) => within && !options.idTokenFile ? within.idToken(audience3) : readToken(options.idTokenFile),
    // Outside a CI system there is no log to mask in: the process prints no value, and the command's output is its own.
    mask: (value) => within?.mask(value),
    setOutput: () => void 0,
    exportVariable: (name, value) => void exported.set(name, value),
    variable: (name) => env[name],
    remember: (key, value) => void state.set(key, value),
    recall: (key) => state.get(key),
    summarize: () => Promise.resolve(),
    folder: (leaseId) => privateFolder(options.temp, leaseId),
    folders: () => Promise.resolve([]),
    record: async (line) => {
      const path = options.ledgerFile ?? _join(options.temp, "leasehold-ledger.jsonl");
      appendLine(path, line);
      return path;
    }
  };
}
async function readToken(path) {
  const help = "give `--id-token-file FILE`, or set `LEASEHOLD_ID_TOKEN_FILE`, to a file with the ID token of this job";
  if (!path) throw new ConfigError("there is no ID token to lease with", { code: "ERR_ID_TOKEN_PERMISSION", help });
  const text2 = await _readFile(path, "utf8").catch((cause) => {
    throw new ConfigError(`the ID token file \`${path}\` cannot be read`, { code: "ERR_ID_TOKEN_FILE", help, cause });
  });
  return new Secret(text2.trim());
}

// packages/cli/src/exec/memory-folder.ts
function memoryFolders() {
  const folders = /* @__PURE__ */ new Map();
  return (leaseId) => ({
    path: `memory:${leaseId}`,
    write: async (name, content) => {
      const files = folders.get(leaseId) ?? /* @__PURE__ */ new Map();
      folders.set(leaseId, files.set(name, content));
    },
    read: async (name) => folders.get(leaseId)?.get(name),
    remove: async () => void folders.delete(leaseId)
  });
}

export {
  shownClaims,
  statementHolds,
  diagnose,
  encoder,
  decoder,
  strictDecoder,
  concat,
  encode,
  digest,
  decode,
  encode2,
  JOSEError,
  JWTClaimValidationFailed,
  JWTExpired,
  JOSEAlgNotAllowed,
  JOSENotSupported,
  JWSInvalid,
  JWTInvalid,
  JWKInvalid,
  JWKSInvalid,
  JWKSNoMatchingKey,
  JWKSMultipleMatchingKeys,
  JWKSTimeout,
  JWSSignatureVerificationFailed,
  errors_exports,
  isObject,
  isJwkSet,
  isDisjoint,
  assertNotSet,
  decodeBase64url,
  encodeAsciiMember,
  parseJoseHeader,
  JWS_RECOGNIZED,
  validateAlgorithms,
  validateCritDuplicates,
  validateCrit,
  validateB64,
  serializeJoseHeader,
  decodeJwt,
  readIdToken,
  appendLine,
  leaseFolders,
  privateFolder,
  nodeHttp,
  nodePorts,
  terminal,
  memoryFolders
};
