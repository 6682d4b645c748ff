import {
  formatDuration,
  shownArn
} from "./chunk-5CWWJ6Z7.js";

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

export {
  onlyExpires,
  alreadyDead,
  endedVerified,
  endedUnverified,
  stillAlive,
  failed
};
