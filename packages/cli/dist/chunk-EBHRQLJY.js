import {
  shownArn
} from "./chunk-SUAM67JL.js";
import {
  formatDuration
} from "./chunk-SPD3I5TM.js";

// packages/core/src/lease-id.ts
var MINUTE_MS = 6e4;
var ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
var EXPIRY_DIGITS = 5;
var RANDOM_DIGITS = 9;
var SHAPE = new RegExp(`^[0-9a-z]{${EXPIRY_DIGITS + RANDOM_DIGITS}}$`);
function newLeaseId(notAfter, random) {
  const minute = Math.ceil(notAfter / MINUTE_MS).toString(36).padStart(EXPIRY_DIGITS, "0");
  let digits = "";
  while (digits.length < RANDOM_DIGITS) {
    for (const byte of random(RANDOM_DIGITS)) if (byte < 252 && digits.length < RANDOM_DIGITS) digits += ALPHABET[byte % 36];
  }
  return minute + digits;
}
function leaseIdExpiry(id) {
  return SHAPE.test(id) ? Number.parseInt(id.slice(0, EXPIRY_DIGITS), 36) * MINUTE_MS : void 0;
}

// packages/providers/src/aws/ending/outcome.ts
var FORM = {
  boundary: "in the permissions boundary of",
  inline: "by an inline policy of",
  "inline-uncapped": "by an inline policy of"
};
function onlyExpires(order, now) {
  const { timeBoxEnd } = order.handle;
  if (order.expiresAt <= now)
    return { outcome: "already-dead", kind: "expires", verified: false, detail: "the credential has expired" };
  const left = formatDuration(Math.ceil((order.expiresAt - now) / 1e3));
  return {
    outcome: "expires",
    kind: "expires",
    verified: false,
    detail: timeBoxEnd === void 0 ? `no \`revoker-role\` is set, so the session lives for another ${left}, until AWS expires it` : `no \`revoker-role\` is set, so the session lives for another ${left}, until its time box denies everything`,
    liveUntil: order.expiresAt,
    help: "set `revoker-role` to end the session with the job; `leasehold trust aws` prints what it needs"
  };
}
function alreadyDead(detail) {
  return { outcome: "already-dead", kind: "denied", verified: false, detail };
}
function endedVerified(order, by, verdict, tookMs) {
  const { probe } = order.handle;
  const verified = verdict.says === "refused";
  const seen = verified ? `\`${probe?.action}\` was answered before it, and refused ${after(tookMs)}${verdict.explained ? ", by an explicit deny" : ""}` : "the credential expired while this was being verified";
  return { outcome: "ended", kind: "denied", verified, detail: `${denied(order, by)}; ${seen}${warning(by)}`, ...uncapped(by) };
}
function after(tookMs) {
  return tookMs < 100 ? "right after it" : `${(tookMs / 1e3).toFixed(1)} s after it`;
}
function endedUnverified(order, by, why) {
  return {
    outcome: "ended",
    kind: "denied",
    verified: false,
    detail: `${denied(order, by)}; unverified, because ${reason(why)}${warning(by)}`,
    liveUntil: order.expiresAt,
    ...why === "no-credential" ? {} : { help: "give the lease a `probe` that it may do, such as `s3:ListBucket on arn:aws:s3:::bucket`" },
    ...uncapped(by)
  };
}
function stillAlive(order, by, waitedMs) {
  return {
    outcome: "failed",
    kind: "denied",
    verified: false,
    detail: `${denied(order, by)}, and the session was still answered ${Math.round(waitedMs / 1e3)} s later${warning(by)}`,
    liveUntil: order.expiresAt,
    code: "ERR_AWS_STILL_ALIVE",
    help: "the denial stands and may only be slow to take effect: ask again with the credential, or delete the role's permissions if it matters"
  };
}
function failed(order, error) {
  return {
    outcome: "failed",
    kind: "denied",
    verified: false,
    detail: error.message,
    liveUntil: order.expiresAt,
    code: error.code,
    ...error.help === void 0 ? {} : { help: error.help }
  };
}
function denied(order, by) {
  const { roleArn, sessionName, maskAccount } = order.handle;
  return `session \`${sessionName}\` is denied ${FORM[by]} \`${shownArn(roleArn, maskAccount)}\``;
}
function reason(why) {
  if (why === "no-credential") return "the credential was never saved, so that nobody can try it";
  if (why === "no-probe") return "the lease has no probe";
  if (why.says === "refused") return "the probe was refused before it already";
  return why.says === "unclear" ? why.why : "the probe proves nothing";
}
function warning(by) {
  return by === "inline-uncapped" ? "; no permissions boundary caps the role, so that whoever can assume the revoker can widen it" : "";
}
function uncapped(by) {
  return by === "inline-uncapped" ? { code: "ERR_AWS_ROLE_UNCAPPED" } : {};
}

// packages/providers/src/aws/deny-list.ts
var DENY_SID = "LeaseholdEnded";
var INLINE_LIMIT = 10240;
var MANAGED_LIMIT = 6144;
var PRUNE_MARGIN_MS = 3e5;
var FOLD_SID = /^Folding([0-9a-z]{7})$/;
var USER_ID = "aws:userid";
var ROOM = /^-+$/;
function readDenyList(document) {
  const own = statementsOf(parse(document)).find(isOurs);
  if (own === void 0) return void 0;
  const listed = own.Condition?.StringEquals?.[USER_ID] ?? [];
  const entries = [listed].flat().filter((entry) => typeof entry === "string" && !ROOM.test(entry));
  const since = FOLD_SID.exec(String(own.Sid))?.[1];
  return { entries: [...new Set(entries)], foldingSince: since === void 0 ? void 0 : Number.parseInt(since, 36) };
}
var SPARE_ENTRIES = 3;
function roomyDenyPolicy(entry, foldingSince) {
  const quotesAndComma = 3;
  return denyPolicy([entry, "-".repeat(SPARE_ENTRIES * (entry.length + quotesAndComma) - quotesAndComma)], foldingSince);
}
function denyPolicy(entries, foldingSince) {
  const sid = foldingSince === void 0 ? DENY_SID : `Folding${Math.floor(foldingSince).toString(36).padStart(7, "0")}`;
  return JSON.stringify({ Version: "2012-10-17", Statement: [denyStatement(sid, entries)] });
}
function replaceEntries(document, entries) {
  const policy = parse(document);
  const statements = statementsOf(policy).map((each) => isOurs(each) ? denyStatement(DENY_SID, entries) : each);
  return JSON.stringify({ ...policy, Statement: statements });
}
function policySize(document) {
  return document.replace(/\s/g, "").length;
}
function denyEntry(roleId, sessionName) {
  return `${roleId}:${sessionName}`;
}
function entryExpiry(entry) {
  const session = entry.slice(entry.indexOf(":") + 1);
  return session.startsWith("lh-") ? leaseIdExpiry(session.slice(session.lastIndexOf("-") + 1)) : void 0;
}
function isLiveEntry(entry, now) {
  const expiry = entryExpiry(entry);
  return expiry === void 0 || expiry + PRUNE_MARGIN_MS >= now;
}
function mergeEntries(lists, now) {
  return [...new Set(lists.flat())].filter((entry) => isLiveEntry(entry, now));
}
function denyStatement(sid, entries) {
  return {
    Sid: sid,
    Effect: "Deny",
    Action: "*",
    Resource: "*",
    Condition: { StringEquals: { [USER_ID]: entries } }
  };
}
function isOurs(statement) {
  return statement.Effect === "Deny" && (statement.Sid === DENY_SID || FOLD_SID.test(String(statement.Sid)));
}
function statementsOf(policy) {
  return [policy?.Statement ?? []].flat().filter((each) => typeof each === "object" && each !== null);
}
function parse(document) {
  try {
    const value = JSON.parse(document);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : void 0;
  } catch {
    return void 0;
  }
}

// packages/providers/package.json
var package_default = {
  name: "@leasehold/providers",
  version: "0.1.0",
  private: true,
  type: "module",
  sideEffects: false,
  exports: {
    ".": "./src/index.ts"
  },
  dependencies: {
    "@leasehold/core": "0.1.0",
    "@rgrove/parse-xml": "4.2.0",
    aws4fetch: "1.0.20"
  }
};

// packages/providers/src/aws/exchange.ts
var API_VERSION = "2011-06-15";
var TIMEOUT_MS = 1e4;
var MAX_REASON = 120;
function exchangeRequest(handle, token) {
  const form = new URLSearchParams({
    Action: "AssumeRoleWithWebIdentity",
    Version: API_VERSION,
    RoleArn: handle.roleArn,
    RoleSessionName: handle.sessionName,
    DurationSeconds: String(handle.durationSeconds),
    WebIdentityToken: token.reveal()
  });
  if (handle.sessionPolicy !== void 0) form.set("Policy", handle.sessionPolicy);
  for (const [index, arn] of handle.managedPolicies.entries()) form.set(`PolicyArns.member.${index + 1}.arn`, arn);
  return {
    method: "POST",
    url: `${handle.endpoints.sts}/`,
    headers: {
      accept: "application/xml",
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
      "user-agent": userAgent(handle)
    },
    body: form.toString(),
    timeoutMs: TIMEOUT_MS
  };
}
function userAgent(handle) {
  const reason2 = handle.reason?.trim() ? ` reason/${encoded(handle.reason.trim(), MAX_REASON)}` : "";
  return `leasehold/${package_default.version} run/${encoded(handle.run)} lease/${handle.leaseId}${reason2}`;
}
function encoded(text, limit = Number.POSITIVE_INFINITY) {
  let out = "";
  for (const character of text.toWellFormed()) {
    const piece = encodeURIComponent(character);
    if (out.length + piece.length > limit) break;
    out += piece;
  }
  return out;
}

export {
  newLeaseId,
  leaseIdExpiry,
  onlyExpires,
  alreadyDead,
  endedVerified,
  endedUnverified,
  stillAlive,
  failed,
  DENY_SID,
  INLINE_LIMIT,
  MANAGED_LIMIT,
  PRUNE_MARGIN_MS,
  readDenyList,
  roomyDenyPolicy,
  denyPolicy,
  replaceEntries,
  policySize,
  denyEntry,
  entryExpiry,
  isLiveEntry,
  mergeEntries,
  exchangeRequest
};
