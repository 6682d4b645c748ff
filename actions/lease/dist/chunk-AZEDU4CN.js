import {
  diagnose,
  trustSummary,
  trustText
} from "./chunk-NLG74PQ7.js";
import "./chunk-UD2TXTDT.js";
import {
  DeniedError
} from "./chunk-XZLIVGRS.js";
import "./chunk-CZ7CSFO4.js";

// actions/lease/src/explain.ts
async function explain(refusal, prepared, shell) {
  const { error, identity } = refusal;
  const { provider, options } = prepared.ask;
  const statements = identity && prepared.trust?.(identity.issuer);
  const event = await eventOf();
  const diagnosis = diagnose({
    ...identity ? { claims: identity.claims } : {},
    refusal: { code: error.code, detail: error.message },
    audience: provider.audience(options),
    ...statements ? { statements } : {},
    ...error instanceof DeniedError && error.at !== void 0 ? { serverDate: error.at } : {},
    permission: shell.env.ACTIONS_ID_TOKEN_REQUEST_URL !== void 0,
    ...event ? { event } : {}
  });
  const correction = identity && diagnosis.corrected.length > 0 ? provider.trust.render(diagnosis.corrected, identity.issuer) : void 0;
  return { log: trustText(diagnosis, correction), summary: trustSummary(diagnosis, correction) };
}
async function eventOf() {
  const { context } = await import("./chunk-JYNEAZXZ.js");
  const pull = context.payload.pull_request;
  if (!context.eventName) return void 0;
  const head = pull?.head?.repo?.full_name;
  const base = context.payload.repository?.full_name;
  return { name: context.eventName, fork: pull !== void 0 && head !== base };
}
export {
  explain
};
