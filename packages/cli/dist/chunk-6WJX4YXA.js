import {
  TIERS,
  atLeast
} from "./chunk-UG7343YP.js";
import {
  ConfigError,
  InternalError
} from "./chunk-UWWLZZC2.js";

// packages/checks/src/secrets/shape-ambiguity.ts
function ambiguities(pieces, after = /* @__PURE__ */ new Set()) {
  let count = 0;
  pieces.forEach((piece, index) => {
    const next = firstOf(pieces.slice(index + 1), after);
    if (piece.kind === "set" && piece.most > piece.least && overlap(members(piece.set), next)) count++;
    if (piece.kind === "choice") count += Math.max(...piece.options.map((option) => ambiguities(option, next)));
  });
  return count;
}
function firstOf(pieces, after) {
  const [piece, ...rest] = pieces;
  if (piece === void 0) return after;
  if (piece.kind === "text") return new Set(piece.text[0]);
  if (piece.kind === "set") {
    const first2 = members(piece.set);
    return piece.least > 0 ? first2 : union(first2, firstOf(rest, after));
  }
  const behind = firstOf(rest, after);
  const first = piece.options.map((option) => firstOf(option, behind)).reduce(union);
  return piece.optional ? union(first, behind) : first;
}
function members(set) {
  const found = /* @__PURE__ */ new Set();
  for (let i = 0; i < set.length; i++) {
    const last = set[i + 1] === "-" && i + 2 < set.length ? i + 2 : i;
    for (let code = set.charCodeAt(i); code <= set.charCodeAt(last); code++) found.add(String.fromCharCode(code));
    i = last;
  }
  return found;
}
function union(one, other) {
  return /* @__PURE__ */ new Set([...one, ...other]);
}
function overlap(one, other) {
  return [...one].some((character) => other.has(character));
}

// packages/checks/src/secrets/shape.ts
var MOST = 1e3;
var SET = /^(?:[0-9]-[0-9]|[A-Z]-[A-Z]|[a-z]-[a-z]|[^\\^[\]-])+-?$/;
var UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
function parseShape(notation) {
  let at = 0;
  const fault = (what, help) => {
    const detail = { code: "ERR_SHAPE", ...help === void 0 ? {} : { help } };
    throw new ConfigError(`the shape \`${notation}\` ${what} at character ${at + 1}`, detail);
  };
  const skip = (sign) => {
    if (!notation.startsWith(sign, at)) return false;
    at += sign.length;
    return true;
  };
  const count = () => {
    if (skip("?")) return [0, 1];
    if (notation[at] !== "{") return [1, 1];
    const bounds = /\{(\d{1,6})(?:,(\d{1,6}))?\}/y;
    bounds.lastIndex = at;
    const found = bounds.exec(notation);
    if (found === null) return fault("has no upper bound", "write `{20,40}` or `{36}`");
    const least = Math.min(Number(found[1]), MOST);
    const most = Math.min(Number(found[2] ?? found[1]), MOST);
    if (most < least || most === 0) return fault("counts downwards");
    at = bounds.lastIndex;
    return [least, most];
  };
  const set = () => {
    const end = notation.indexOf("]", at);
    const inside = notation.slice(at, end);
    const backwards = Array.from(inside.matchAll(/(.)-(.)/g)).some((range) => range[0] > `${range[2]}-${range[1]}`);
    if (end < 0 || !SET.test(inside) || backwards) return fault("has a set that is empty, open, negated or unclear");
    at = end + 1;
    const [least, most] = count();
    return { kind: "set", set: inside, least, most };
  };
  const choice = () => {
    const options = [sequence()];
    while (skip("|")) options.push(sequence());
    if (!skip(")")) fault("does not close a choice");
    if (options.some((option) => option.length === 0)) fault("has an empty choice", "write `(a|b)?`");
    const optional = skip("?");
    if (notation[at] === "{") fault("counts a choice", "write it out: a count around a count is not linear");
    return { kind: "choice", options, optional };
  };
  function sequence() {
    const pieces2 = [];
    let text = "";
    const flush = () => {
      if (text !== "") pieces2.push({ kind: "text", text });
      text = "";
    };
    while (at < notation.length && notation[at] !== "|" && notation[at] !== ")") {
      if (skip("<uuid>")) {
        flush();
        pieces2.push(...parseShape(UUID));
      } else if (skip("[")) {
        flush();
        pieces2.push(set());
      } else if (skip("(")) {
        flush();
        pieces2.push(choice());
      } else {
        const escaped = skip("\\");
        const sign = notation[at] ?? fault("ends in a backslash");
        if (!escaped && "*+?{}]<>^".includes(sign))
          fault(`has a bare \`${sign}\``, "write a backslash before a sign that stands for itself");
        text += sign;
        at++;
      }
    }
    flush();
    return pieces2;
  }
  const pieces = sequence();
  if (at < notation.length) fault("closes what was not opened");
  if (pieces[0] === void 0) fault("is empty");
  if (ambiguities(pieces) > 1) fault("leaves the length open in two places", "put a sign between them that neither set has");
  return pieces;
}
function compileShape(notation) {
  return new RegExp(source(parseShape(notation)), "y");
}
function source(pieces) {
  return pieces.map(pieceSource).join("");
}
function pieceSource(piece) {
  if (piece.kind === "text") return piece.text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  if (piece.kind === "choice") return `(?:${piece.options.map(source).join("|")})${piece.optional ? "?" : ""}`;
  return `[${piece.set}]{${piece.least},${piece.most}}`;
}

// packages/checks/src/secrets/shape-example.ts
function shapeExamples(notation, prefixes, make) {
  const pieces = parseShape(notation);
  const shortest = write(pieces, make, "shortest");
  const positive = prefixes.map((prefix2) => startingWith(prefix2, () => write(pieces, make, "any")) ?? shortest);
  const prefix = prefixes.find((known) => shortest.startsWith(known)) ?? "";
  return { positive, negative: [shortest.slice(0, -1), `${prefix}${"*".repeat(shortest.length - prefix.length)}`] };
}
function startingWith(prefix, draw) {
  for (let tries = 0; tries < 100; tries++) {
    const value = draw();
    if (value.startsWith(prefix)) return value;
  }
  return void 0;
}
function write(pieces, make, length) {
  return pieces.map((piece) => writePiece(piece, make, length)).join("");
}
function writePiece(piece, make, length) {
  if (piece.kind === "text") return piece.text;
  if (piece.kind === "set") {
    const middle = Math.floor((piece.least + piece.most) / 2);
    return make.chars(piece.set, length === "shortest" ? piece.least : make.pick([piece.least, middle, piece.most]));
  }
  if (length === "any") return piece.optional && make.pick([true, false]) ? "" : write(make.pick(piece.options), make, length);
  if (piece.optional) return "";
  const options = piece.options.map((option) => write(option, make, length));
  return options.reduce((short, option) => option.length < short.length ? option : short);
}

// packages/checks/src/secrets/families/family.ts
var IDENTIFIER = "an identifier: it opens nothing without the secret that belongs to it";
var PUBLISHABLE = "made to be shipped in pages and apps, where everybody can read it";
function familyRules(family) {
  return family.rows.map((row) => rowRule(row, family));
}
function rowRule(row, family) {
  const title = `${row.vendor} ${row.kind}`;
  const prefixes = row.prefixes ?? [head(row.shape)];
  const why = row.public;
  let compiled;
  return {
    id: row.id,
    title,
    description: why === void 0 ? `Whoever holds this ${title} can ${family.opens}.` : `This ${title} is ${why}.`,
    severity: why === void 0 ? row.severity ?? family.severity : "info",
    prefixes,
    get shape() {
      compiled ??= compileShape(row.shape);
      return compiled;
    },
    ...why === void 0 ? {} : { check: () => ({ evidence: "public", why }) },
    ...row.near === void 0 ? {} : { near: row.near },
    remedy: { rotate: why === void 0 ? row.rotate ?? family.rotate(row.vendor) : "Nothing has to be rotated." },
    ...row.reference === void 0 ? {} : { reference: row.reference },
    examples: (make) => shapeExamples(row.shape, prefixes, make)
  };
}
function head(shape) {
  const end = shape.search(/(?<!\\)[[(<]/);
  return shape.slice(0, end < 0 ? shape.length : end).replaceAll("\\", "");
}

// packages/checks/src/secrets/families/ai.ts
var AI = {
  id: "ai",
  opens: "call models at its owner's expense and read what is stored with them",
  severity: "high",
  rotate: (vendor) => `Delete it under API keys in the ${vendor} console and create another.`,
  rows: [
    // OpenAI: `T3BlbkFJ` is base64 of the vendor's name.
    {
      id: "openai-project-key",
      vendor: "OpenAI",
      kind: "project API key",
      shape: "sk-proj-([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})T3BlbkFJ([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})",
      reference: "https://platform.openai.com/docs/api-reference/authentication"
    },
    {
      id: "openai-service-account-key",
      vendor: "OpenAI",
      kind: "service account API key",
      shape: "sk-svcacct-([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})T3BlbkFJ([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})"
    },
    {
      id: "openai-admin-key",
      vendor: "OpenAI",
      kind: "admin API key",
      shape: "sk-admin-([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})T3BlbkFJ([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})",
      severity: "critical",
      reference: "https://platform.openai.com/docs/api-reference/administration"
    },
    { id: "openai-user-key", vendor: "OpenAI", kind: "user API key", shape: "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}" },
    // Other vendors of `sk-` keys: only the name nearby tells whose it is.
    { id: "deepseek-key", vendor: "DeepSeek", kind: "API key", shape: "sk-[0-9a-f]{32}", near: ["deepseek"] },
    { id: "moonshot-key", vendor: "Moonshot AI", kind: "API key", shape: "sk-[A-Za-z0-9]{48}", near: ["moonshot", "kimi"] },
    { id: "stability-ai-key", vendor: "Stability AI", kind: "API key", shape: "sk-[A-Za-z0-9]{48}", near: ["stability"] },
    { id: "minimax-key", vendor: "MiniMax", kind: "API key", shape: "sk-api-[A-Za-z0-9_-]{119}" },
    { id: "openrouter-key", vendor: "OpenRouter", kind: "API key", shape: "sk-or-v1-[0-9a-f]{64}" },
    {
      id: "anthropic-api-key",
      vendor: "Anthropic",
      kind: "API key",
      shape: "sk-ant-api[0-9]{2}-[A-Za-z0-9_-]{93}AA",
      reference: "https://docs.anthropic.com/en/api/getting-started"
    },
    {
      id: "anthropic-admin-key",
      vendor: "Anthropic",
      kind: "admin API key",
      shape: "sk-ant-admin01-[A-Za-z0-9_-]{93}AA",
      severity: "critical",
      reference: "https://docs.anthropic.com/en/api/administration-api"
    },
    { id: "anthropic-oauth-token", vendor: "Anthropic", kind: "OAuth access token", shape: "sk-ant-oat01-[A-Za-z0-9_-]{93}AA" },
    {
      id: "huggingface-user-token",
      vendor: "Hugging Face",
      kind: "user access token",
      shape: "hf_[A-Za-z]{34}",
      rotate: "Invalidate it at huggingface.co/settings/tokens and create a fine-grained one.",
      reference: "https://huggingface.co/docs/hub/security-tokens"
    },
    {
      id: "huggingface-organization-token",
      vendor: "Hugging Face",
      kind: "organization API token",
      shape: "api_org_[A-Za-z]{34}",
      rotate: "Delete it in the settings of the organization; use fine-grained user tokens instead."
    },
    { id: "groq-key", vendor: "Groq", kind: "API key", shape: "gsk_[A-Za-z0-9]{52}" },
    { id: "xai-key", vendor: "xAI", kind: "API key", shape: "xai-[A-Za-z0-9_-]{70,120}" },
    { id: "perplexity-key", vendor: "Perplexity", kind: "API key", shape: "pplx-[A-Za-z0-9]{48}" },
    { id: "replicate-token", vendor: "Replicate", kind: "API token", shape: "r8_[A-Za-z0-9_-]{37}" },
    { id: "cerebras-key", vendor: "Cerebras", kind: "API key", shape: "csk-[A-Za-z0-9]{48}" },
    { id: "together-ai-key", vendor: "Together AI", kind: "API key", shape: "tgp_v1_[A-Za-z0-9_-]{43}" },
    { id: "fireworks-ai-key", vendor: "Fireworks AI", kind: "API key", shape: "fw_[A-Za-z0-9]{24}", near: ["fireworks"] },
    { id: "friendli-token", vendor: "FriendliAI", kind: "personal access token", shape: "flp_[A-Za-z0-9]{46}" },
    { id: "nvidia-key", vendor: "NVIDIA", kind: "API key", shape: "nvapi-[A-Za-z0-9_-]{60,70}" },
    { id: "voyage-ai-key", vendor: "Voyage AI", kind: "API key", shape: "pa-[A-Za-z0-9_-]{43}", near: ["voyage"] },
    { id: "jina-ai-key", vendor: "Jina AI", kind: "API key", shape: "jina_[A-Za-z0-9]{60}" },
    { id: "elevenlabs-key", vendor: "ElevenLabs", kind: "API key", shape: "sk_[0-9a-f]{48}" },
    { id: "runpod-key", vendor: "RunPod", kind: "API key", shape: "rpa_[A-Z0-9]{40}[A-Za-z0-9]{6}" },
    { id: "runway-key", vendor: "Runway", kind: "API key", shape: "key_[0-9a-f]{128}", near: ["runway"] },
    { id: "retell-ai-key", vendor: "Retell AI", kind: "API key", shape: "key_[0-9a-f]{28}", near: ["retell"] },
    { id: "cursor-key", vendor: "Cursor", kind: "API key", shape: "key_[0-9a-f]{64}", near: ["cursor"] },
    { id: "devin-service-user-token", vendor: "Devin", kind: "service user token", shape: "cog_[a-z2-7]{52}" },
    { id: "devin-user-key", vendor: "Devin", kind: "personal API key", shape: "apk_user_[A-Za-z0-9+/]{120,180}[=]{0,2}" },
    { id: "devin-service-key", vendor: "Devin", kind: "service API key", shape: "apk_[A-Za-z0-9+/]{80,100}[=]{0,2}" },
    { id: "coderabbit-key", vendor: "CodeRabbit", kind: "API key", shape: "cr-[0-9a-f]{58}" },
    { id: "coze-token", vendor: "Coze", kind: "personal access token", shape: "pat_[A-Za-z0-9]{64}", near: ["coze"] },
    {
      id: "voiceflow-key",
      vendor: "Voiceflow",
      kind: "API key",
      shape: "VF.(DM.|WS.)?[0-9a-fA-F]{24}.[A-Za-z0-9]{16}"
    },
    {
      id: "langsmith-personal-token",
      vendor: "LangSmith",
      kind: "personal access token",
      shape: "lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10}"
    },
    { id: "langsmith-service-key", vendor: "LangSmith", kind: "service key", shape: "lsv2_sk_[0-9a-f]{32}_[0-9a-f]{10}" },
    { id: "langfuse-secret-key", vendor: "Langfuse", kind: "secret key", shape: "sk-lf-<uuid>" },
    { id: "langfuse-public-key", vendor: "Langfuse", kind: "public key", shape: "pk-lf-<uuid>", public: IDENTIFIER },
    { id: "wandb-key", vendor: "Weights & Biases", kind: "API key", shape: "wandb_v1_[A-Za-z0-9_]{77}" },
    { id: "pinecone-key", vendor: "Pinecone", kind: "API key", shape: "pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}" },
    { id: "tavily-key", vendor: "Tavily", kind: "API key", shape: "tvly-[A-Za-z0-9]{32}" },
    { id: "firecrawl-key", vendor: "Firecrawl", kind: "API key", shape: "fc-[0-9a-f]{32}", near: ["firecrawl"] },
    { id: "apify-token", vendor: "Apify", kind: "API token", shape: "apify_api_[A-Za-z0-9]{34,38}" },
    {
      id: "scale-live-key",
      vendor: "Scale AI",
      kind: "live API key",
      shape: "live_[0-9a-f]{32}",
      near: ["scale.com", "scale_", "scale-", "scaleapi"]
    },
    { id: "scale-callback-key", vendor: "Scale AI", kind: "callback auth key", shape: "live_auth_[0-9a-f]{32}" },
    { id: "salad-cloud-key", vendor: "SaladCloud", kind: "API key", shape: "salad_cloud_[A-Za-z0-9]{1,7}_[A-Za-z0-9]{7,235}" },
    { id: "photoroom-key", vendor: "Photoroom", kind: "API key", shape: "sk_pr_[A-Za-z0-9]{1,64}_[0-9a-f]{40}" },
    { id: "posthog-personal-key", vendor: "PostHog", kind: "personal API key", shape: "phx_[A-Za-z0-9_-]{41,49}" },
    {
      id: "posthog-project-key",
      vendor: "PostHog",
      kind: "project API key",
      shape: "phc_[A-Za-z0-9_-]{41,44}",
      public: PUBLISHABLE
    }
  ]
};

// packages/checks/src/secrets/families/ci-cd.ts
var CI_CD = {
  id: "ci-cd",
  opens: "start builds and deployments and read what they are given, secrets included",
  severity: "critical",
  rotate: (vendor) => `Revoke it among the API tokens in the settings of ${vendor}; a job gets a short-lived one by its identity token.`,
  rows: [
    {
      id: "buildkite-user-token",
      vendor: "Buildkite",
      kind: "user API access token",
      shape: "bkua_([0-9a-z]{53}|[0-9a-z]{40})",
      reference: "https://buildkite.com/docs/apis/managing-api-tokens"
    },
    {
      id: "circleci-personal-token",
      vendor: "CircleCI",
      kind: "personal API token",
      shape: "CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40}",
      reference: "https://circleci.com/docs/managing-api-tokens/"
    },
    {
      id: "teamcity-token",
      vendor: "TeamCity",
      kind: "access token",
      shape: "eyJ0eXAiOiAiVENWMiJ9.[A-Za-z0-9_-]{36}.[A-Za-z0-9_-]{48}",
      reference: "https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html"
    },
    {
      id: "harness-personal-token",
      vendor: "Harness",
      kind: "personal access token",
      shape: "pat.[A-Za-z0-9_-]{22}.[0-9a-f]{24}.[A-Za-z0-9]{20}"
    },
    {
      id: "harness-service-token",
      vendor: "Harness",
      kind: "service account token",
      shape: "sat.[A-Za-z0-9_-]{22}.[0-9a-f]{24}.[A-Za-z0-9]{20}"
    },
    {
      id: "octopus-deploy-key",
      vendor: "Octopus Deploy",
      kind: "API key",
      shape: "API-[0-9A-Z]{26}"
    },
    { id: "prefect-user-key", vendor: "Prefect", kind: "user API key", shape: "pnu_[A-Za-z0-9]{36}" },
    {
      id: "pulumi-token",
      vendor: "Pulumi",
      kind: "access token",
      shape: "pul-[0-9a-f]{40}",
      reference: "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/"
    },
    { id: "infracost-key", vendor: "Infracost", kind: "API key", shape: "ico-[A-Za-z0-9]{32}", severity: "medium" },
    {
      id: "mergify-application-key",
      vendor: "Mergify",
      kind: "application key",
      shape: "mergify_application_key_[A-Za-z0-9_-]{40,200}"
    },
    {
      id: "launchdarkly-api-token",
      vendor: "LaunchDarkly",
      kind: "API access token",
      shape: "api-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
      near: ["launchdarkly", "launch_darkly", "launch-darkly", "ld_api", "ld_access"],
      reference: "https://launchdarkly.com/docs/home/account/api"
    },
    {
      id: "launchdarkly-sdk-key",
      vendor: "LaunchDarkly",
      kind: "server-side SDK key",
      shape: "sdk-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
      severity: "high",
      reference: "https://launchdarkly.com/docs/sdk/concepts/client-side-server-side"
    },
    {
      id: "configcat-sdk-key",
      vendor: "ConfigCat",
      kind: "SDK key",
      shape: "configcat-sdk-1/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}",
      severity: "low"
    },
    {
      id: "devcycle-server-key",
      vendor: "DevCycle",
      kind: "server SDK key",
      shape: "dvc_server_[A-Za-z0-9_]{8,32}",
      severity: "high"
    },
    {
      id: "devcycle-client-key",
      vendor: "DevCycle",
      kind: "client SDK key",
      shape: "dvc_client_[A-Za-z0-9_]{8,32}",
      public: "made to be shipped in pages, where everybody can read it"
    },
    {
      id: "devcycle-mobile-key",
      vendor: "DevCycle",
      kind: "mobile SDK key",
      shape: "dvc_mobile_[A-Za-z0-9_]{8,32}",
      public: "made to be shipped in apps, where everybody can read it"
    },
    { id: "ionic-token", vendor: "Ionic", kind: "personal access token", shape: "ion_[A-Za-z0-9]{42}" }
  ]
};

// packages/checks/src/secrets/families/cloud.ts
var CLOUD = {
  id: "cloud",
  opens: "start, change and read what runs in the account",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the ${vendor} console, where API keys are managed; in CI exchange the job's identity token instead.`,
  rows: [
    {
      id: "google-api-key",
      vendor: "Google",
      kind: "API key",
      shape: "AIza[A-Za-z0-9_-]{35}",
      severity: "medium",
      rotate: "Restrict it to its APIs and callers, or delete it, at console.cloud.google.com/apis/credentials.",
      reference: "https://cloud.google.com/docs/authentication/api-keys"
    },
    {
      id: "google-bound-api-key",
      vendor: "Google",
      kind: "API key bound to a service account",
      shape: "AQ.Ab8RN6[A-Za-z0-9_-]{44}",
      rotate: "Delete it at console.cloud.google.com/apis/credentials."
    },
    {
      id: "google-oauth-client-secret",
      vendor: "Google",
      kind: "OAuth client secret",
      shape: "GOCSPX-[A-Za-z0-9_-]{28}",
      severity: "high",
      rotate: "Add another secret to the client at console.cloud.google.com/auth/clients, then disable and delete this one."
    },
    {
      id: "google-oauth-access-token",
      vendor: "Google",
      kind: "OAuth access token",
      shape: "ya29.[A-Za-z0-9_-]{20,1000}",
      severity: "high",
      rotate: "Post it to https://oauth2.googleapis.com/revoke; it lives an hour.",
      reference: "https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke"
    },
    {
      id: "alibaba-access-key-id",
      vendor: "Alibaba Cloud",
      kind: "AccessKey ID",
      shape: "LTAI[A-Za-z0-9]{17,21}",
      severity: "medium"
    },
    {
      id: "alibaba-sts-key-id",
      vendor: "Alibaba Cloud",
      kind: "temporary AccessKey ID",
      shape: "STS.[A-Za-z0-9]{16,64}",
      near: ["alibaba", "aliyun", "accesskey", "access_key"],
      severity: "low"
    },
    {
      id: "alibaba-sts-token",
      vendor: "Alibaba Cloud",
      kind: "STS security token",
      shape: "CAIS[A-Za-z0-9+/_=-]{20,1000}",
      severity: "high",
      near: ["alibaba", "aliyun", "security_token", "securitytoken", "security-token"]
    },
    {
      id: "yandex-cloud-api-key",
      vendor: "Yandex Cloud",
      kind: "API key",
      shape: "AQVN[A-Za-z0-9_-]{35,38}",
      reference: "https://yandex.cloud/en/docs/iam/concepts/authorization/api-key"
    },
    {
      id: "yandex-cloud-iam-token",
      vendor: "Yandex Cloud",
      kind: "IAM token",
      shape: "t1.[A-Z0-9a-z_-]{1,1000}[=]{0,2}.[A-Z0-9a-z_-]{86}[=]{0,2}",
      severity: "high",
      reference: "https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token"
    },
    { id: "exoscale-key", vendor: "Exoscale", kind: "API key", shape: "EXO[A-Za-z0-9]{24,30}", near: ["exoscale"] },
    {
      id: "digitalocean-personal-token",
      vendor: "DigitalOcean",
      kind: "personal access token",
      shape: "dop_v1_[0-9a-f]{64}",
      reference: "https://docs.digitalocean.com/reference/api/create-personal-access-token/"
    },
    { id: "digitalocean-oauth-token", vendor: "DigitalOcean", kind: "OAuth access token", shape: "doo_v1_[0-9a-f]{64}" },
    { id: "digitalocean-refresh-token", vendor: "DigitalOcean", kind: "OAuth refresh token", shape: "dor_v1_[0-9a-f]{64}" },
    {
      id: "heroku-key",
      vendor: "Heroku",
      kind: "API key",
      shape: "HRKU-AA[A-Za-z0-9_-]{58}"
    },
    {
      id: "render-key",
      vendor: "Render",
      kind: "API key",
      shape: "rnd_[A-Za-z0-9]{28}",
      reference: "https://render.com/docs/api"
    },
    { id: "scalingo-token", vendor: "Scalingo", kind: "API token", shape: "tk-us-[A-Za-z0-9_-]{48}" },
    { id: "upcloud-token", vendor: "UpCloud", kind: "API token", shape: "ucat_[A-Za-z0-9]{24,32}" },
    {
      id: "netlify-personal-token",
      vendor: "Netlify",
      kind: "personal access token",
      shape: "nfp_[A-Za-z0-9_]{36}",
      reference: "https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/"
    },
    {
      id: "vercel-personal-token",
      vendor: "Vercel",
      kind: "personal access token",
      shape: "vcp_[A-Za-z0-9_-]{56}",
      reference: "https://vercel.com/changelog/new-token-formats-and-secret-scanning"
    },
    { id: "vercel-integration-token", vendor: "Vercel", kind: "integration token", shape: "vci_[A-Za-z0-9_-]{56}" },
    { id: "vercel-app-token", vendor: "Vercel", kind: "app access token", shape: "vca_[A-Za-z0-9_-]{56}" },
    { id: "vercel-refresh-token", vendor: "Vercel", kind: "app refresh token", shape: "vcr_[A-Za-z0-9_-]{56}" },
    {
      id: "vercel-api-key",
      vendor: "Vercel",
      kind: "API key",
      shape: "vck_[A-Za-z0-9_-]{56}",
      severity: "high"
    },
    { id: "deno-deploy-token", vendor: "Deno Deploy", kind: "personal access token", shape: "ddp_[A-Za-z0-9]{36}" },
    { id: "val-town-token", vendor: "Val Town", kind: "API token", shape: "vtwn_[A-Za-z0-9_-]{20,80}" },
    {
      id: "openshift-token",
      vendor: "OpenShift",
      kind: "OAuth access token",
      shape: "sha256~[A-Za-z0-9_-]{43}",
      rotate: "End it with `oc logout`, or delete its `useroauthaccesstoken`; in CI use a bound service account token."
    },
    {
      id: "cloudflare-origin-ca-key",
      vendor: "Cloudflare",
      kind: "Origin CA key",
      shape: "v1.0-[0-9a-f]{24}-[0-9a-f]{146}",
      rotate: "Change it at dash.cloudflare.com/profile/api-tokens; use an API token with one permission instead.",
      reference: "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/"
    },
    {
      id: "amazon-mws-token",
      vendor: "Amazon",
      kind: "MWS auth token",
      shape: "amzn.mws.<uuid>",
      severity: "high",
      rotate: "Take the authorization back under Manage Your Apps in Seller Central."
    },
    {
      id: "aws-appsync-key",
      vendor: "AWS",
      kind: "AppSync API key",
      shape: "da2-[0-9a-z]{26}",
      severity: "medium",
      rotate: "Delete it with `aws appsync delete-api-key`; authorize callers by IAM instead.",
      reference: "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html"
    },
    {
      id: "azure-service-bus-connection",
      vendor: "Azure",
      kind: "Service Bus connection string",
      shape: "Endpoint=sb://[A-Za-z0-9-]{1,60}.servicebus.windows.net/;SharedAccessKeyName=[A-Za-z0-9_.-]{1,128};SharedAccessKey=[A-Za-z0-9+/]{32,100}[=]{0,2}",
      rotate: "Regenerate the key of the shared access policy, and use Entra ID instead.",
      reference: "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas"
    },
    {
      id: "azure-api-management-git-key",
      vendor: "Azure",
      kind: "API Management Git password",
      shape: "git&[0-9]{12}&[A-Za-z0-9+/]{85}[A-Za-z0-9]==",
      rotate: "Regenerate the access key under Repository of the API Management service."
    },
    {
      id: "lark-app-id",
      vendor: "Lark",
      kind: "app id",
      shape: "cli_[A-Za-z0-9]{16}",
      near: ["lark", "feishu"],
      public: IDENTIFIER
    }
  ]
};

// packages/checks/src/secrets/families/commerce.ts
var COMMERCE = {
  id: "commerce",
  opens: "read customers and orders and, within its permissions, place and change them",
  severity: "high",
  rotate: (vendor) => `Revoke it in the ${vendor} dashboard, where API keys are listed, and create another.`,
  rows: [
    {
      id: "shopify-access-token",
      vendor: "Shopify",
      kind: "access token",
      shape: "shpat_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Uninstall the app from the shop, or rotate its credentials in the Dev Dashboard.",
      reference: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens"
    },
    {
      id: "shopify-custom-app-token",
      vendor: "Shopify",
      kind: "custom app access token",
      shape: "shpca_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Uninstall the app from the shop and install it again."
    },
    {
      id: "shopify-private-app-token",
      vendor: "Shopify",
      kind: "private app password",
      shape: "shppa_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Delete the private app in the shop and make it a custom app."
    },
    {
      id: "shopify-shared-secret",
      vendor: "Shopify",
      kind: "app shared secret",
      shape: "shpss_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Rotate the client secret of the app in the Dev Dashboard.",
      reference: "https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets"
    },
    {
      id: "ebay-production-secret",
      vendor: "eBay",
      kind: "production client secret",
      shape: "PRD-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4,12}",
      rotate: "Rotate the cert id at developer.ebay.com/my/keys.",
      reference: "https://developer.ebay.com/api-docs/static/oauth-credentials.html"
    },
    {
      id: "easypost-production-key",
      vendor: "EasyPost",
      kind: "production API key",
      shape: "EZAK[A-Za-z0-9]{54}"
    },
    { id: "easypost-test-key", vendor: "EasyPost", kind: "test API key", shape: "EZTK[A-Za-z0-9]{54}", severity: "low" },
    {
      id: "shippo-live-token",
      vendor: "Shippo",
      kind: "live API token",
      shape: "shippo_live_[0-9a-f]{40}"
    },
    { id: "shippo-test-token", vendor: "Shippo", kind: "test API token", shape: "shippo_test_[0-9a-f]{40}", severity: "low" },
    {
      id: "lob-live-key",
      vendor: "Lob",
      kind: "live secret key",
      shape: "live_[0-9a-f]{35}",
      near: ["lob.com", "lob_", "lob-"],
      reference: "https://docs.lob.com/#tag/Authentication"
    },
    {
      id: "lob-test-key",
      vendor: "Lob",
      kind: "test secret key",
      shape: "test_[0-9a-f]{35}",
      severity: "low",
      near: ["lob.com", "lob_", "lob-"]
    },
    {
      id: "lob-publishable-key",
      vendor: "Lob",
      kind: "publishable key",
      shape: "(live|test)_pub_[0-9a-f]{31}",
      prefixes: ["live_pub_", "test_pub_"],
      public: PUBLISHABLE
    },
    {
      id: "duffel-live-token",
      vendor: "Duffel",
      kind: "live access token",
      shape: "duffel_live_[A-Za-z0-9_=-]{43}",
      severity: "critical"
    },
    {
      id: "duffel-test-token",
      vendor: "Duffel",
      kind: "test access token",
      shape: "duffel_test_[A-Za-z0-9_=-]{43}",
      severity: "low"
    },
    { id: "fleetbase-live-key", vendor: "Fleetbase", kind: "live API key", shape: "flb_live_[A-Za-z0-9]{20,64}" },
    {
      id: "fleetbase-test-key",
      vendor: "Fleetbase",
      kind: "test API key",
      shape: "flb_test_[A-Za-z0-9]{20,64}",
      severity: "low"
    },
    { id: "flexport-key", vendor: "Flexport", kind: "logistics API token", shape: "shltm_[A-Za-z0-9_-]{40}" },
    {
      id: "samsara-token",
      vendor: "Samsara",
      kind: "API token",
      shape: "samsara_api_[A-Za-z0-9]{26,32}"
    },
    {
      id: "ticket-tailor-key",
      vendor: "Ticket Tailor",
      kind: "API key",
      shape: "sk_[0-9]{4}_[0-9]{6}_[0-9a-f]{32}"
    },
    { id: "rainforest-key", vendor: "Rainforest", kind: "API key", shape: "apikey_[0-9a-f]{64}" },
    {
      id: "besttime-private-key",
      vendor: "BestTime",
      kind: "private API key",
      shape: "pri_[0-9a-f]{32}",
      severity: "medium",
      near: ["besttime"]
    },
    {
      id: "branch-live-key",
      vendor: "Branch",
      kind: "live key",
      shape: "key_live_[A-Za-z0-9]{16,40}",
      public: PUBLISHABLE
    },
    { id: "branch-test-key", vendor: "Branch", kind: "test key", shape: "key_test_[A-Za-z0-9]{16,40}", public: PUBLISHABLE },
    {
      id: "canva-client-secret",
      vendor: "Canva",
      kind: "client secret",
      shape: "cnvca[A-Za-z0-9_-]{51}"
    },
    {
      id: "canva-client-id",
      vendor: "Canva",
      kind: "client id",
      shape: "OC-[A-Za-z0-9_-]{8,16}",
      near: ["canva"],
      public: IDENTIFIER
    }
  ]
};

// packages/checks/src/secrets/families/databases.ts
var DATABASES = {
  id: "databases",
  opens: "read and, within its permissions, change stored data",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the ${vendor} console, where access is managed, and look through its audit log.`,
  rows: [
    {
      id: "astra-token",
      vendor: "DataStax Astra",
      kind: "application token",
      shape: "AstraCS:[A-Za-z0-9]{20,100}(:[0-9a-f]{64})?"
    },
    {
      id: "clickhouse-cloud-secret",
      vendor: "ClickHouse Cloud",
      kind: "API key secret",
      shape: "4b1d[A-Za-z0-9]{38}",
      near: ["clickhouse"]
    },
    {
      id: "cockroachdb-cloud-key",
      vendor: "CockroachDB Cloud",
      kind: "service account API key",
      shape: "CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}",
      reference: "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access"
    },
    {
      id: "databricks-personal-token",
      vendor: "Databricks",
      kind: "personal access token",
      shape: "dapi[0-9a-f]{32}(-[0-9]{1,2})?",
      rotate: "Revoke it under Developer in the workspace settings; in CI exchange the job's identity token (OAuth federation).",
      reference: "https://docs.databricks.com/aws/en/dev-tools/auth/pat"
    },
    {
      id: "databricks-oauth-secret",
      vendor: "Databricks",
      kind: "service principal OAuth secret",
      shape: "dose[0-9a-f]{32}",
      rotate: "Delete the secret of the service principal; in CI exchange the job's identity token (OAuth federation).",
      reference: "https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m"
    },
    { id: "elastic-serverless-key", vendor: "Elastic Cloud", kind: "API key", shape: "essu_[A-Za-z0-9_-]{60,200}[=]{0,2}" },
    {
      id: "mongodb-atlas-service-secret",
      vendor: "MongoDB Atlas",
      kind: "service account secret",
      shape: "mdb_sa_sk_[A-Za-z0-9_-]{40}",
      reference: "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/"
    },
    {
      id: "mongodb-atlas-service-id",
      vendor: "MongoDB Atlas",
      kind: "service account id",
      shape: "mdb_sa_id_[0-9a-f]{24}",
      public: IDENTIFIER
    },
    {
      id: "neon-key",
      vendor: "Neon",
      kind: "API key",
      shape: "napi_[A-Za-z0-9]{64}",
      reference: "https://neon.com/docs/manage/api-keys"
    },
    {
      id: "planetscale-service-token",
      vendor: "PlanetScale",
      kind: "service token",
      shape: "pscale_tkn_[A-Za-z0-9._=-]{32,64}"
    },
    { id: "planetscale-oauth-token", vendor: "PlanetScale", kind: "OAuth token", shape: "pscale_oauth_[A-Za-z0-9._=-]{32,64}" },
    {
      id: "planetscale-password",
      vendor: "PlanetScale",
      kind: "branch password",
      shape: "pscale_pw_[A-Za-z0-9._=-]{32,64}"
    },
    {
      id: "supabase-personal-token",
      vendor: "Supabase",
      kind: "personal access token",
      shape: "sbp_[0-9a-f]{40}",
      rotate: "Delete it at supabase.com/dashboard/account/tokens.",
      reference: "https://supabase.com/docs/reference/api/introduction"
    },
    {
      id: "supabase-secret-key",
      vendor: "Supabase",
      kind: "secret key",
      shape: "sb_secret_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}",
      reference: "https://supabase.com/docs/guides/api/api-keys"
    },
    {
      id: "supabase-publishable-key",
      vendor: "Supabase",
      kind: "publishable key",
      shape: "sb_publishable_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}",
      public: PUBLISHABLE,
      reference: "https://supabase.com/docs/guides/api/api-keys"
    }
  ]
};

// packages/checks/src/secrets/families/devices.ts
var DEVICES = {
  id: "devices",
  opens: "read measurements and, within its permissions, steer devices",
  severity: "high",
  rotate: (vendor) => `Regenerate it in the account settings of ${vendor}.`,
  rows: [
    {
      id: "adafruit-io-key",
      vendor: "Adafruit IO",
      kind: "key",
      shape: "aio_[A-Za-z0-9]{28}",
      reference: "https://io.adafruit.com/api/docs/"
    },
    {
      id: "ubidots-token",
      vendor: "Ubidots",
      kind: "API token",
      shape: "BBFF-[A-Za-z0-9]{30}"
    },
    {
      id: "blynk-client-id",
      vendor: "Blynk",
      kind: "OAuth client id",
      shape: "oa2-client-id_[A-Za-z0-9_-]{32}",
      public: IDENTIFIER
    },
    {
      id: "ecostruxure-it-key",
      vendor: "EcoStruxure IT",
      kind: "API key",
      shape: "AK1[A-Za-z0-9/]{50,55}",
      near: ["ecostruxure", "schneider"]
    }
  ]
};

// packages/checks/src/secrets/families/email.ts
var EMAIL = {
  id: "email",
  opens: "send mail in the name of its owner and read who receives it",
  severity: "high",
  rotate: (vendor) => `Delete it under API keys in the ${vendor} dashboard and create another that may only send.`,
  rows: [
    {
      id: "sendgrid-key",
      vendor: "SendGrid",
      kind: "API key",
      shape: "SG.[A-Za-z0-9_-]{22}.[A-Za-z0-9_-]{43}",
      reference: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys"
    },
    {
      id: "mailgun-key",
      vendor: "Mailgun",
      kind: "API key",
      shape: "key-[0-9a-z]{32}",
      near: ["mailgun"]
    },
    {
      id: "mailgun-validation-key",
      vendor: "Mailgun",
      kind: "public validation key",
      shape: "pubkey-[0-9a-f]{32}",
      public: "a public key, which only validates addresses"
    },
    {
      id: "brevo-key",
      vendor: "Brevo",
      kind: "API key",
      shape: "xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
      reference: "https://developers.brevo.com/docs/getting-started"
    },
    {
      id: "resend-key",
      vendor: "Resend",
      kind: "API key",
      shape: "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}",
      reference: "https://resend.com/docs/dashboard/api-keys/introduction"
    },
    {
      id: "mailersend-token",
      vendor: "MailerSend",
      kind: "API token",
      shape: "mlsn.[A-Za-z0-9]{30,100}"
    },
    {
      id: "klaviyo-private-key",
      vendor: "Klaviyo",
      kind: "private API key",
      shape: "pk_([A-Za-z0-9]{6}_[0-9a-f]{34}|[0-9a-f]{34})"
    },
    { id: "salesblink-key", vendor: "SalesBlink", kind: "API key", shape: "key-[A-Za-z0-9]{64}", near: ["salesblink"] },
    {
      id: "dotdigital-api-user",
      vendor: "Dotdigital",
      kind: "API user",
      shape: "apiuser-[0-9a-z]{12}@apiconnector.com",
      public: IDENTIFIER
    }
  ]
};

// packages/checks/src/secrets/families/encoded.ts
var SET2 = "[A-Za-z0-9+/]";
var LONG = `(${[4, 3, 2, 1, 0].map((whole) => `${`${SET2}{1000}`.repeat(whole)}${SET2}{${whole > 0 ? 0 : 60},1000}`).join("|")})[=]{0,2}`;
var ENCODED = {
  id: "encoded",
  opens: "decode it and be who it belongs to",
  severity: "high",
  rotate: () => "Decode it, and revoke what is inside where it was issued.",
  rows: [
    {
      id: "pem-private-key-base64",
      vendor: "PEM",
      kind: "private key in base64",
      // `-----BEGIN `, then nothing, `RSA `, `EC `, `DSA ` or `OPENSSH `, then `PRIVATE KEY`; an encrypted key is none of them.
      shape: `LS0tLS1CRUdJTiB(QUklWQVRFIEtFWS0tLS0t|SU0EgUFJJVkFURSBLRVktLS0tL|FQyBQUklWQVRFIEtFWS0tLS0t|EU0EgUFJJVkFURSBLRVktLS0tL|PUEVOU1NIIFBSSVZBVEUgS0VZLS0tLS)${LONG}`,
      severity: "critical",
      rotate: "Replace the key pair wherever its public half is trusted."
    },
    { id: "jwt-base64", vendor: "JSON Web Token", kind: "in base64", shape: `ZXlKaGJHY2lPaU${LONG}` },
    {
      id: "google-api-key-base64",
      vendor: "Google",
      kind: "API key in base64",
      shape: "QUl6YVN[A-Za-z0-9+/]{45}[=]{0,2}",
      severity: "medium",
      rotate: "Restrict it to its APIs and callers, or delete it, at console.cloud.google.com/apis/credentials."
    }
  ]
};

// packages/checks/src/secrets/families/identity.ts
var IDENTITY = {
  id: "identity",
  opens: "read and, within its permissions, change users and how they sign in",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the ${vendor} dashboard, where API keys are listed, and look through its log.`,
  rows: [
    {
      id: "okta-api-token",
      vendor: "Okta",
      kind: "API token",
      shape: "00[A-Za-z0-9_-]{40}",
      near: ["okta", "ssws"],
      rotate: "Revoke it under Security, API, Tokens in the Okta admin console.",
      reference: "https://developer.okta.com/docs/guides/create-an-api-token/main/"
    },
    {
      id: "workos-live-key",
      vendor: "WorkOS",
      kind: "live API key",
      shape: "sk_live_a2V5Xz[A-Za-z0-9+/]{69}[=]{0,2}"
    },
    {
      id: "clerk-live-key",
      vendor: "Clerk",
      kind: "live secret key",
      shape: "sk_live_[A-Za-z0-9]{32}",
      near: ["clerk"]
    },
    {
      id: "clerk-test-key",
      vendor: "Clerk",
      kind: "test secret key",
      shape: "sk_test_[A-Za-z0-9]{32}",
      severity: "low",
      near: ["clerk"]
    },
    {
      id: "intra42-client-secret",
      vendor: "42 Intra",
      kind: "application secret",
      shape: "s-s4t2(ud|af)-[0-9a-f]{64}",
      severity: "high",
      prefixes: ["s-s4t2ud-", "s-s4t2af-"]
    },
    {
      id: "intra42-client-id",
      vendor: "42 Intra",
      kind: "application id",
      shape: "u-s4t2(ud|af)-[0-9a-f]{64}",
      prefixes: ["u-s4t2ud-", "u-s4t2af-"],
      public: IDENTIFIER
    },
    {
      id: "salesforce-consumer-key",
      vendor: "Salesforce",
      kind: "consumer key",
      shape: "3MVG9[A-Za-z0-9._+/=]{80,251}",
      public: IDENTIFIER
    },
    {
      id: "salesforce-refresh-token",
      vendor: "Salesforce",
      kind: "refresh token",
      shape: "5AEP861[A-Za-z0-9._=]{80,200}",
      rotate: "Revoke it under Connected Apps OAuth Usage in Salesforce Setup, or post it to `/services/oauth2/revoke`."
    },
    {
      id: "adobe-client-secret",
      vendor: "Adobe",
      kind: "OAuth client secret",
      shape: "p8e-[A-Za-z0-9-]{32}",
      severity: "high"
    },
    {
      id: "zoho-oauth-token",
      vendor: "Zoho",
      kind: "OAuth token",
      shape: "1000.[0-9a-f]{32}.[0-9a-f]{32}",
      severity: "high",
      rotate: "Post it to `https://accounts.zoho.com/oauth/v2/token/revoke`."
    }
  ]
};

// packages/checks/src/secrets/families/infrastructure.ts
var INFRASTRUCTURE = {
  id: "infrastructure",
  opens: "reach what it guards: further secrets, machines or networks",
  severity: "critical",
  rotate: (vendor) => `Revoke it in ${vendor}, and rotate what it could read.`,
  rows: [
    {
      id: "vault-service-token",
      vendor: "HashiCorp Vault",
      kind: "service token",
      shape: "hvs.[A-Za-z0-9_-]{24,130}",
      rotate: "Revoke it with `vault token revoke`; a job logs in with its identity token.",
      reference: "https://developer.hashicorp.com/vault/docs/concepts/tokens"
    },
    {
      id: "vault-batch-token",
      vendor: "HashiCorp Vault",
      kind: "batch token",
      shape: "hvb.[A-Za-z0-9_-]{24,500}",
      rotate: "It cannot be revoked: revoke the token or the auth mount it came from.",
      reference: "https://developer.hashicorp.com/vault/docs/concepts/tokens"
    },
    {
      id: "vault-recovery-token",
      vendor: "HashiCorp Vault",
      kind: "recovery token",
      shape: "hvr.[A-Za-z0-9_-]{24,130}",
      rotate: "Restart the server that runs in recovery mode."
    },
    {
      id: "vault-legacy-token",
      vendor: "HashiCorp Vault",
      kind: "legacy service token",
      shape: "s.[A-Za-z0-9]{24}",
      near: ["vault"],
      rotate: "Revoke it with `vault token revoke`; a job logs in with its identity token."
    },
    {
      id: "doppler-personal-token",
      vendor: "Doppler",
      kind: "personal token",
      shape: "dp.pt.[A-Za-z0-9]{40,44}",
      reference: "https://docs.doppler.com/reference-link/api"
    },
    {
      id: "doppler-service-token",
      vendor: "Doppler",
      kind: "service token",
      shape: "dp.st.([0-9a-z_-]{2,35}.)?[A-Za-z0-9]{40,44}",
      reference: "https://docs.doppler.com/reference-link/api"
    },
    { id: "doppler-cli-token", vendor: "Doppler", kind: "CLI token", shape: "dp.ct.[A-Za-z0-9]{40,44}" },
    { id: "doppler-service-account-token", vendor: "Doppler", kind: "service account token", shape: "dp.sa.[A-Za-z0-9]{40,44}" },
    { id: "doppler-scim-token", vendor: "Doppler", kind: "SCIM token", shape: "dp.scim.[A-Za-z0-9]{40,44}" },
    { id: "doppler-audit-token", vendor: "Doppler", kind: "audit token", shape: "dp.audit.[A-Za-z0-9]{40,44}", severity: "high" },
    {
      id: "onepassword-secret-key",
      vendor: "1Password",
      kind: "Secret Key",
      shape: "A3-[0-9A-Z]{6}-([0-9A-Z]{11}|[0-9A-Z]{6}-[0-9A-Z]{5})-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}",
      severity: "high",
      rotate: "Regenerate it under Manage Account at my.1password.com.",
      reference: "https://support.1password.com/secret-key/"
    },
    {
      id: "age-recipient",
      vendor: "age",
      kind: "recipient",
      shape: "age1[02-9ac-hj-np-z]{58}",
      public: "a public key, which only encrypts",
      reference: "https://age-encryption.org/v1"
    },
    {
      id: "docker-swarm-join-token",
      vendor: "Docker Swarm",
      kind: "join token",
      shape: "SWMTKN-1-[0-9a-z]{50,60}-[0-9a-z]{24,30}",
      rotate: "Run `docker swarm join-token --rotate` for its role.",
      reference: "https://docs.docker.com/engine/swarm/swarm-mode/"
    },
    {
      id: "docker-swarm-unlock-key",
      vendor: "Docker Swarm",
      kind: "unlock key",
      shape: "SWMKEY-1-[A-Za-z0-9+/]{40,50}",
      rotate: "Run `docker swarm unlock-key --rotate`.",
      reference: "https://docs.docker.com/engine/swarm/swarm_manager_locking/"
    },
    {
      id: "portainer-token",
      vendor: "Portainer",
      kind: "access token",
      shape: "ptr_[A-Za-z0-9+/_=-]{20,60}",
      // Pointers of C++ begin so as well.
      near: ["portainer"],
      reference: "https://docs.portainer.io/api/access"
    },
    {
      id: "tailscale-key",
      vendor: "Tailscale",
      kind: "key",
      shape: "tskey-(api|auth|client|scim|webhook)-([A-Za-z0-9]{8,24}-)?[A-Za-z0-9]{20,36}",
      prefixes: ["tskey-api-", "tskey-auth-", "tskey-client-", "tskey-scim-", "tskey-webhook-"],
      rotate: "Revoke it at login.tailscale.com/admin/settings/keys; machines that joined with it stay until they are removed.",
      reference: "https://tailscale.com/docs/reference/key-prefixes"
    },
    { id: "defined-networking-key", vendor: "Defined Networking", kind: "API key", shape: "dnkey-[A-Z0-9]{26}-[A-Z0-9]{52}" },
    { id: "unkey-root-key", vendor: "Unkey", kind: "root key", shape: "unkey_[A-Za-z0-9]{20,32}" },
    {
      id: "settlemint-application-token",
      vendor: "SettleMint",
      kind: "application access token",
      shape: "sm_aat_[A-Za-z0-9]{16}",
      severity: "high"
    },
    {
      id: "settlemint-personal-token",
      vendor: "SettleMint",
      kind: "personal access token",
      shape: "sm_pat_[A-Za-z0-9]{16}",
      severity: "high"
    },
    {
      id: "settlemint-service-token",
      vendor: "SettleMint",
      kind: "service access token",
      shape: "sm_sat_[A-Za-z0-9]{16}",
      severity: "high"
    },
    { id: "redirect-pizza-token", vendor: "redirect.pizza", kind: "API token", shape: "rpa_[A-Za-z0-9]{30}", severity: "high" }
  ]
};

// packages/checks/src/secrets/families/media.ts
var MEDIA = {
  id: "media",
  opens: "read and, within its permissions, post as its owner",
  severity: "high",
  rotate: (vendor) => `Regenerate it in the settings of the app at ${vendor}.`,
  rows: [
    {
      id: "facebook-access-token",
      vendor: "Facebook",
      kind: "access token",
      shape: "EAA[CM][A-Za-z0-9]{100,500}",
      prefixes: ["EAAC", "EAAM"],
      reference: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/"
    },
    {
      id: "facebook-graph-explorer-token",
      vendor: "Facebook",
      kind: "Graph API Explorer token",
      shape: "EAACEdEose0cBA[A-Za-z0-9]{20,500}"
    },
    { id: "instagram-access-token", vendor: "Instagram", kind: "access token", shape: "IGQVJ[A-Za-z0-9_-]{50,500}" },
    {
      id: "x-bearer-token",
      vendor: "X",
      kind: "app bearer token",
      shape: "AAAA[A-Za-z0-9%]{50,500}",
      near: ["twitter", "bearer", "x.com"]
    },
    {
      id: "pinterest-access-token",
      vendor: "Pinterest",
      kind: "access token",
      shape: "pina_[A-Za-z0-9_-]{20,200}"
    },
    {
      id: "twitch-stream-key",
      vendor: "Twitch",
      kind: "stream key",
      shape: "live_[0-9]{8,12}_[A-Za-z0-9]{30,36}",
      rotate: "Reset the primary stream key under Stream in the Twitch creator dashboard."
    },
    {
      id: "lichess-token",
      vendor: "Lichess",
      kind: "personal access token",
      shape: "lip_[A-Za-z0-9_]{16,60}",
      severity: "medium",
      rotate: "Delete it at lichess.org/account/oauth/token.",
      reference: "https://lichess.org/api"
    },
    {
      id: "riot-games-key",
      vendor: "Riot Games",
      kind: "API key",
      shape: "RGAPI-<uuid>",
      severity: "medium",
      reference: "https://developer.riotgames.com/docs/portal"
    },
    {
      id: "shutterstock-token",
      vendor: "Shutterstock",
      kind: "OAuth token",
      shape: "v2/[A-Za-z0-9]{388}"
    },
    {
      id: "imagekit-private-key",
      vendor: "ImageKit",
      kind: "private API key",
      shape: "private_[A-Za-z0-9_-]{8,128}",
      near: ["imagekit"]
    },
    {
      id: "bannerbear-key",
      vendor: "Bannerbear",
      kind: "API key",
      shape: "bb_(pr|ma)_[0-9a-f]{30}",
      severity: "medium",
      prefixes: ["bb_pr_", "bb_ma_"]
    }
  ]
};

// packages/checks/src/secrets/families/messaging.ts
var WEBHOOK = {
  severity: "medium",
  rotate: "Delete the webhook and create another: its address is the whole secret."
};
var MESSAGING = {
  id: "messaging",
  opens: "read and write messages as its owner",
  severity: "high",
  rotate: (vendor) => `Revoke it in the settings of the app or bot at ${vendor}.`,
  rows: [
    // Slack: https://api.slack.com/concepts/token-types
    {
      id: "slack-bot-token",
      vendor: "Slack",
      kind: "bot token",
      shape: "xoxb-([0-9]{10,13}-[0-9]{10,14}-[A-Za-z0-9]{23,25}|[0-9]{8,14}-[A-Za-z0-9]{18,26})",
      rotate: "Call `auth.revoke` with it, then reinstall the app.",
      reference: "https://docs.slack.dev/authentication/tokens"
    },
    {
      id: "slack-user-token",
      vendor: "Slack",
      kind: "user token",
      shape: "xoxp-[0-9]{10,13}-[0-9]{10,13}-([0-9]{10,13}-)?[A-Za-z0-9-]{28,34}",
      rotate: "Call `auth.revoke` with it, then reinstall the app.",
      reference: "https://docs.slack.dev/authentication/tokens"
    },
    {
      id: "slack-enterprise-token",
      vendor: "Slack",
      kind: "enterprise user token",
      shape: "xoxe-[0-9]{10,13}-[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9-]{28,34}"
    },
    {
      id: "slack-refresh-token",
      vendor: "Slack",
      kind: "refresh token",
      shape: "xoxe-[0-9]-[A-Za-z0-9]{146}",
      reference: "https://docs.slack.dev/authentication/using-token-rotation"
    },
    {
      id: "slack-rotating-token",
      vendor: "Slack",
      kind: "rotating access token",
      shape: "xoxe.xox(b|p)-[0-9]-[A-Za-z0-9]{163,166}",
      prefixes: ["xoxe.xoxb-", "xoxe.xoxp-"],
      reference: "https://docs.slack.dev/authentication/using-token-rotation"
    },
    {
      id: "slack-app-token",
      vendor: "Slack",
      kind: "app-level token",
      shape: "xapp-[0-9]{1,3}-A[A-Z0-9]{9,14}-[0-9]{10,15}-[0-9a-f]{64}",
      rotate: "Revoke it among the app-level tokens of the app at api.slack.com/apps."
    },
    {
      id: "slack-workspace-token",
      vendor: "Slack",
      kind: "workspace access token",
      shape: "xoxa-(2-)?[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9-]{8,64}"
    },
    {
      id: "slack-workspace-refresh-token",
      vendor: "Slack",
      kind: "workspace refresh token",
      shape: "xoxr-[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9-]{8,64}"
    },
    {
      id: "slack-legacy-token",
      vendor: "Slack",
      kind: "legacy token",
      shape: "xox(o|s)-[0-9]{9,15}-[0-9]{9,15}-[0-9]{9,15}-[0-9a-f]{10,64}",
      prefixes: ["xoxo-", "xoxs-"]
    },
    {
      id: "slack-session-token",
      vendor: "Slack",
      kind: "session token",
      shape: "xoxc-[0-9]{9,15}-[0-9]{9,15}-[0-9]{9,15}-[0-9a-f]{64}",
      rotate: "Sign out of all sessions at the Slack account page."
    },
    {
      id: "slack-session-cookie",
      vendor: "Slack",
      kind: "session cookie",
      shape: "xoxd-[A-Za-z0-9%+/_-]{100,1000}[=]{0,2}",
      rotate: "Sign out of all sessions at the Slack account page."
    },
    {
      id: "slack-webhook",
      vendor: "Slack",
      kind: "incoming webhook",
      shape: "hooks.slack.com/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{23,25}",
      ...WEBHOOK,
      reference: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks"
    },
    {
      id: "slack-workflow-webhook",
      vendor: "Slack",
      kind: "workflow webhook",
      shape: "hooks.slack.com/workflows/[ET][A-Za-z0-9]{5,14}/A[A-Za-z0-9]{5,14}/[0-9]{6,20}/[A-Za-z0-9]{8,40}",
      ...WEBHOOK
    },
    {
      id: "slack-trigger-webhook",
      vendor: "Slack",
      kind: "trigger webhook",
      shape: "hooks.slack.com/triggers/[ET][A-Za-z0-9]{5,14}/[0-9]{10,16}/[0-9a-f]{32}",
      ...WEBHOOK
    },
    // Other webhooks.
    {
      id: "discord-webhook",
      vendor: "Discord",
      kind: "webhook",
      shape: "(discord|discordapp).com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{68}",
      prefixes: ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
      ...WEBHOOK,
      reference: "https://discord.com/developers/docs/resources/webhook"
    },
    {
      id: "teams-webhook",
      vendor: "Microsoft Teams",
      kind: "incoming webhook",
      shape: "webhook.office.com/webhookb2/<uuid>@<uuid>/IncomingWebhook/[0-9a-zA-Z]{32}/<uuid>",
      ...WEBHOOK,
      reference: "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook"
    },
    {
      id: "teams-legacy-webhook",
      vendor: "Microsoft Teams",
      kind: "Office 365 connector",
      shape: "outlook.office.com/webhook/<uuid>@<uuid>/IncomingWebhook/[0-9a-zA-Z]{32}/<uuid>",
      ...WEBHOOK
    },
    {
      id: "power-automate-webhook",
      vendor: "Power Automate",
      kind: "workflow webhook",
      shape: "environment.api.powerplatform.com(:[0-9]{2,5})?/powerautomate/automations/direct/workflows/[0-9a-f]{32}/triggers/manual/paths/invoke\\?[A-Za-z0-9%&=._-]{20,400}",
      ...WEBHOOK
    },
    {
      id: "mattermost-webhook",
      vendor: "Mattermost",
      kind: "incoming webhook",
      shape: "/hooks/[0-9a-z]{26}",
      near: ["mattermost"],
      ...WEBHOOK,
      reference: "https://developers.mattermost.com/integrate/webhooks/incoming/"
    },
    {
      id: "zapier-webhook",
      vendor: "Zapier",
      kind: "catch hook",
      shape: "hooks.zapier.com/hooks/catch/[0-9]{5,9}/[0-9a-z]{6,8}",
      ...WEBHOOK
    },
    { id: "tines-webhook", vendor: "Tines", kind: "webhook", shape: "tines.com/webhook/[0-9a-z]{32}/[0-9a-z]{32}", ...WEBHOOK },
    // Telephony and support.
    {
      id: "twilio-api-key",
      vendor: "Twilio",
      kind: "API key SID",
      shape: "SK[0-9a-f]{32}",
      severity: "medium",
      near: ["twilio"],
      rotate: "Delete the key at console.twilio.com: its secret goes with it.",
      reference: "https://www.twilio.com/docs/iam/api-keys"
    },
    {
      id: "twilio-account-sid",
      vendor: "Twilio",
      kind: "account SID",
      shape: "AC[0-9a-f]{32}",
      near: ["twilio"],
      public: IDENTIFIER,
      reference: "https://www.twilio.com/docs/iam/api/account"
    },
    {
      id: "telnyx-key",
      vendor: "Telnyx",
      kind: "API key",
      shape: "KEY[A-Za-z0-9_-]{55}",
      near: ["telnyx"]
    },
    {
      id: "sunshine-conversations-key-id",
      vendor: "Sunshine Conversations",
      kind: "account key id",
      shape: "act_[0-9a-z]{24}",
      near: ["smooch", "sunshine"],
      public: IDENTIFIER
    },
    {
      id: "gc-notify-key",
      vendor: "GC Notify",
      kind: "API key",
      shape: "gcntfy-[A-Za-z0-9_]{1,100}-<uuid>-<uuid>"
    },
    {
      id: "onesignal-app-key",
      vendor: "OneSignal",
      kind: "app API key",
      shape: "os_v2_app_[a-z2-7]{103}",
      reference: "https://documentation.onesignal.com/docs/en/keys-and-ids"
    },
    {
      id: "onesignal-organization-key",
      vendor: "OneSignal",
      kind: "organization API key",
      shape: "os_v2_org_[a-z2-7]{103}",
      severity: "critical",
      reference: "https://documentation.onesignal.com/docs/en/keys-and-ids"
    },
    {
      id: "firebase-cloud-messaging-key",
      vendor: "Firebase",
      kind: "Cloud Messaging server key",
      shape: "AAAA[A-Za-z0-9_-]{7}:[A-Za-z0-9_-]{140}",
      rotate: "Delete it under Cloud Messaging in the Firebase console; the API it was for has been shut down.",
      reference: "https://firebase.google.com/docs/cloud-messaging/auth-server"
    },
    {
      id: "pubnub-publish-key",
      vendor: "PubNub",
      kind: "publish key",
      shape: "pub-c-<uuid>",
      severity: "low"
    },
    { id: "pubnub-subscribe-key", vendor: "PubNub", kind: "subscribe key", shape: "sub-c-<uuid>", severity: "low" },
    { id: "courier-key", vendor: "Courier", kind: "API key", shape: "pk_[A-Za-z0-9]{1,16}_[A-Za-z0-9]{28}", near: ["courier"] }
  ]
};

// packages/checks/src/secrets/families/observability.ts
var OBSERVABILITY = {
  id: "observability",
  opens: "read telemetry, which often carries secrets of its own, or write what is not true into it",
  severity: "high",
  rotate: (vendor) => `Revoke it among the API keys in the settings of ${vendor} and create another with fewer permissions.`,
  rows: [
    {
      id: "datadog-client-token",
      vendor: "Datadog",
      kind: "client token",
      shape: "pub[0-9a-f]{32}",
      public: PUBLISHABLE,
      reference: "https://docs.datadoghq.com/account_management/api-app-keys/"
    },
    {
      id: "dynatrace-api-token",
      vendor: "Dynatrace",
      kind: "API token",
      shape: "dt0c01.[A-Z0-9]{24}.[A-Z0-9]{64}",
      reference: "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens"
    },
    {
      id: "dynatrace-platform-token",
      vendor: "Dynatrace",
      kind: "platform token or OAuth client secret",
      shape: "dt0[a-z][0-9]{2}.[A-Z0-9]{24}.[A-Z0-9]{64}"
    },
    {
      id: "newrelic-user-key",
      vendor: "New Relic",
      kind: "user key",
      shape: "NRAK-[A-Z0-9]{27}",
      reference: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"
    },
    { id: "newrelic-admin-key", vendor: "New Relic", kind: "admin key", shape: "NRAA-[0-9a-f]{27}", severity: "critical" },
    { id: "newrelic-rest-key", vendor: "New Relic", kind: "REST API key", shape: "NRRA-[0-9a-f]{42}" },
    {
      id: "newrelic-browser-key",
      vendor: "New Relic",
      kind: "browser key",
      shape: "NRJS-[0-9a-f]{19}",
      public: PUBLISHABLE,
      reference: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"
    },
    {
      id: "newrelic-browser-api-key",
      vendor: "New Relic",
      kind: "browser API key",
      shape: "NRBR-[0-9a-f]{19}",
      public: PUBLISHABLE
    },
    {
      id: "newrelic-insert-key",
      vendor: "New Relic",
      kind: "Insights insert key",
      shape: "NRII-([A-Za-z0-9_-]{32}|[A-Za-z0-9_-]{25})",
      severity: "medium"
    },
    {
      id: "newrelic-query-key",
      vendor: "New Relic",
      kind: "Insights query key",
      shape: "NRIQ-([A-Za-z0-9_-]{32}|[A-Za-z0-9_-]{25})"
    },
    {
      id: "pixie-api-key",
      vendor: "Pixie",
      kind: "API key",
      shape: "px-api-<uuid>",
      reference: "https://docs.px.dev/reference/admin/api-keys/"
    },
    {
      id: "pixie-deploy-key",
      vendor: "Pixie",
      kind: "deploy key",
      shape: "px-dep-<uuid>",
      reference: "https://docs.px.dev/reference/admin/deploy-keys/"
    },
    {
      id: "sentry-user-token",
      vendor: "Sentry",
      kind: "user auth token",
      shape: "sntryu_[0-9a-f]{64}",
      rotate: "Revoke it at sentry.io/settings/account/api/auth-tokens.",
      reference: "https://docs.sentry.io/account/auth-tokens/"
    },
    { id: "rootly-key", vendor: "Rootly", kind: "API key", shape: "rootly_[0-9a-f]{64}" },
    {
      id: "fullstory-key",
      vendor: "Fullstory",
      kind: "API key",
      shape: "(na1|eu1).([A-Za-z0-9+/]{100}|[A-Za-z0-9]{20,99})",
      prefixes: ["na1.", "eu1."],
      near: ["fullstory"]
    }
  ]
};

// packages/checks/src/secrets/families/password-hashes.ts
var PASSWORD_HASHES = {
  id: "password-hashes",
  opens: "try passwords against it without being seen",
  severity: "medium",
  rotate: () => "Change the password, and take the hash out of the repository.",
  rows: [
    { id: "md5-crypt-hash", vendor: "MD5-crypt", kind: "password hash", shape: "$1$[A-Za-z0-9./]{8}$[A-Za-z0-9./]{22}" },
    { id: "cisco-type-8-hash", vendor: "Cisco", kind: "type 8 password hash", shape: "$8$[A-Za-z0-9./]{8,16}$[A-Za-z0-9./]{43}" },
    {
      id: "kerberos-asrep-hash",
      vendor: "Kerberos",
      kind: "AS-REP hash",
      shape: "$krb5asrep$23$([A-Za-z0-9@._-]{1,100}:)?[0-9a-f]{32}$[0-9a-f]{64,1000}"
    }
  ]
};

// packages/checks/src/secrets/families/payments.ts
var PAYMENTS = {
  id: "payments",
  opens: "read customers and transactions and, within its permissions, move money",
  severity: "critical",
  rotate: (vendor) => `Roll it in the ${vendor} dashboard, where API keys are listed, and look through the log of requests.`,
  rows: [
    {
      id: "stripe-live-key",
      vendor: "Stripe",
      kind: "live secret key",
      shape: "sk_(live|prod)_[A-Za-z0-9]{10,247}",
      prefixes: ["sk_live_", "sk_prod_"],
      reference: "https://docs.stripe.com/keys"
    },
    {
      id: "stripe-live-restricted-key",
      vendor: "Stripe",
      kind: "live restricted key",
      shape: "rk_(live|prod)_[A-Za-z0-9]{10,247}",
      prefixes: ["rk_live_", "rk_prod_"],
      severity: "high",
      reference: "https://docs.stripe.com/keys/restricted-api-keys"
    },
    {
      id: "stripe-test-key",
      vendor: "Stripe",
      kind: "test secret key",
      shape: "(sk|rk)_test_[A-Za-z0-9]{10,247}",
      prefixes: ["sk_test_", "rk_test_"],
      severity: "low",
      reference: "https://docs.stripe.com/keys"
    },
    {
      id: "stripe-publishable-key",
      vendor: "Stripe",
      kind: "publishable key",
      shape: "pk_(live|test)_[A-Za-z0-9]{20,247}",
      prefixes: ["pk_live_", "pk_test_"],
      public: PUBLISHABLE,
      reference: "https://docs.stripe.com/keys"
    },
    {
      id: "stripe-webhook-secret",
      vendor: "Stripe",
      kind: "webhook signing secret",
      shape: "whsec_[A-Za-z0-9+/]{32,64}[=]{0,2}",
      severity: "high",
      reference: "https://docs.stripe.com/webhooks"
    },
    {
      id: "stripe-payment-intent-secret",
      vendor: "Stripe",
      kind: "PaymentIntent client secret",
      shape: "pi_[A-Za-z0-9]{24}_secret_[A-Za-z0-9]{25}",
      severity: "low",
      rotate: "Cancel the PaymentIntent: its client secret ends with it.",
      reference: "https://docs.stripe.com/api/payment_intents/object"
    },
    { id: "paystack-live-key", vendor: "Paystack", kind: "live secret key", shape: "sk_live_[0-9a-f]{40}", near: ["paystack"] },
    {
      id: "paystack-test-key",
      vendor: "Paystack",
      kind: "test secret key",
      shape: "sk_test_[0-9a-f]{40}",
      severity: "low",
      near: ["paystack"]
    },
    { id: "checkout-com-secret-key", vendor: "Checkout.com", kind: "secret key", shape: "sk_<uuid>" },
    { id: "checkout-com-test-key", vendor: "Checkout.com", kind: "test secret key", shape: "sk_test_<uuid>", severity: "low" },
    {
      id: "checkout-com-customer-id",
      vendor: "Checkout.com",
      kind: "customer id",
      shape: "cus_[A-Za-z0-9]{26}",
      near: ["checkout.com", "checkout_", "cko"],
      public: IDENTIFIER
    },
    { id: "square-access-token", vendor: "Square", kind: "access token", shape: "EAAA[A-Za-z0-9_+=-]{60}", near: ["square"] },
    { id: "square-application-token", vendor: "Square", kind: "personal access token", shape: "sq0atp-[A-Za-z0-9_-]{22}" },
    { id: "square-application-secret", vendor: "Square", kind: "application secret", shape: "sq0csp-[A-Za-z0-9_-]{43}" },
    {
      id: "square-application-id",
      vendor: "Square",
      kind: "application id",
      shape: "sq0idp-[A-Za-z0-9_-]{22}",
      public: IDENTIFIER
    },
    {
      id: "plaid-production-token",
      vendor: "Plaid",
      kind: "production access token",
      shape: "access-production-<uuid>",
      rotate: "Call `/item/access_token/invalidate`, which answers with another one.",
      reference: "https://plaid.com/docs/api/tokens/"
    },
    {
      id: "plaid-development-token",
      vendor: "Plaid",
      kind: "development access token",
      shape: "access-development-<uuid>",
      severity: "high",
      rotate: "Call `/item/access_token/invalidate`, which answers with another one."
    },
    {
      id: "plaid-sandbox-token",
      vendor: "Plaid",
      kind: "sandbox access token",
      shape: "access-sandbox-<uuid>",
      severity: "low",
      rotate: "Call `/item/access_token/invalidate`, which answers with another one."
    },
    {
      id: "asaas-production-key",
      vendor: "Asaas",
      kind: "production API key",
      shape: "$aact_prod_[A-Za-z0-9_-]{20,100}"
    },
    {
      id: "asaas-sandbox-key",
      vendor: "Asaas",
      kind: "sandbox API key",
      shape: "$aact_hmlg_[A-Za-z0-9_-]{20,100}",
      severity: "low"
    },
    { id: "flutterwave-secret-key", vendor: "Flutterwave", kind: "live secret key", shape: "FLWSECK-[0-9a-z]{32}-X" },
    {
      id: "flutterwave-test-key",
      vendor: "Flutterwave",
      kind: "test secret key",
      shape: "FLWSECK_TEST-([0-9a-hA-H]{32}-X|[0-9a-hA-H]{12})",
      severity: "low"
    },
    {
      id: "flutterwave-public-key",
      vendor: "Flutterwave",
      kind: "test public key",
      shape: "FLWPUBK_TEST-[0-9a-hA-H]{32}-X",
      public: PUBLISHABLE
    },
    { id: "midtrans-server-key", vendor: "Midtrans", kind: "server key", shape: "Mid-server-[A-Za-z0-9_]{10,20}" },
    {
      id: "midtrans-client-key",
      vendor: "Midtrans",
      kind: "client key",
      shape: "Mid-client-[A-Za-z0-9_]{10,20}",
      public: PUBLISHABLE
    },
    { id: "pagarme-live-key", vendor: "Pagar.me", kind: "live API key", shape: "ak_live_[A-Za-z0-9]{30}" },
    {
      id: "razorpay-live-key-id",
      vendor: "Razorpay",
      kind: "live key id",
      shape: "rzp_live_[A-Za-z0-9]{14}",
      public: IDENTIFIER,
      reference: "https://razorpay.com/docs/api/authentication/"
    },
    {
      id: "razorpay-test-key-id",
      vendor: "Razorpay",
      kind: "test key id",
      shape: "rzp_test_[A-Za-z0-9]{14}",
      public: IDENTIFIER
    },
    {
      id: "gocardless-live-token",
      vendor: "GoCardless",
      kind: "live access token",
      shape: "live_[A-Za-z0-9_=-]{40,42}",
      near: ["gocardless"]
    },
    {
      id: "mercury-production-token",
      vendor: "Mercury",
      kind: "production API token",
      shape: "mercury_production_[a-z]{3,6}_[A-Za-z0-9]{40,50}_yrucrem"
    },
    {
      id: "paddle-live-key",
      vendor: "Paddle",
      kind: "live API key",
      shape: "pdl_live_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
      reference: "https://developer.paddle.com/api-reference/about/authentication/"
    },
    {
      id: "paddle-sandbox-key",
      vendor: "Paddle",
      kind: "sandbox API key",
      shape: "pdl_sdbx_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
      severity: "low"
    },
    {
      id: "polar-organization-token",
      vendor: "Polar",
      kind: "organization access token",
      shape: "polar_oat_[A-Za-z0-9_-]{20,100}"
    },
    { id: "polar-personal-token", vendor: "Polar", kind: "personal access token", shape: "polar_pat_[A-Za-z0-9_-]{20,100}" },
    { id: "polar-access-token", vendor: "Polar", kind: "access token", shape: "polar_at_[A-Za-z0-9_-]{20,100}" },
    { id: "ramp-client-secret", vendor: "Ramp", kind: "client secret", shape: "ramp_sec_[A-Za-z0-9]{48}" },
    { id: "ramp-client-id", vendor: "Ramp", kind: "client id", shape: "ramp_id_[A-Za-z0-9]{40}", public: IDENTIFIER },
    {
      id: "highnote-live-key",
      vendor: "Highnote",
      kind: "live API key",
      shape: "sk_live_a2V5Xz[A-Za-z0-9+/]{69}[=]{0,2}",
      near: ["highnote"]
    },
    { id: "column-live-key", vendor: "Column", kind: "live API key", shape: "live_[A-Za-z0-9]{27}", near: ["column"] },
    {
      id: "column-test-key",
      vendor: "Column",
      kind: "test API key",
      shape: "test_[A-Za-z0-9]{27}",
      severity: "low",
      near: ["column"]
    },
    {
      id: "persona-production-key",
      vendor: "Persona",
      kind: "production API key",
      shape: "persona_production_[0-9a-z_-]{20,80}"
    },
    { id: "onfido-live-token", vendor: "Onfido", kind: "live API token", shape: "api_live.[A-Za-z0-9_-]{20,80}" },
    { id: "onfido-live-us-token", vendor: "Onfido", kind: "live API token (US)", shape: "api_live_us.[A-Za-z0-9_-]{20,80}" },
    { id: "onfido-live-ca-token", vendor: "Onfido", kind: "live API token (Canada)", shape: "api_live_ca.[A-Za-z0-9_-]{20,80}" },
    { id: "proof-key", vendor: "Proof", kind: "API key", shape: "prf_(cli_)?[A-Za-z0-9_-]{20,80}", near: ["proof", "notarize"] }
  ]
};

// packages/checks/src/secrets/families/registries.ts
var REGISTRIES = {
  id: "registries",
  opens: "publish under its owner, or pull what is private",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the account settings of ${vendor}, and publish with a short-lived token from CI.`,
  rows: [
    {
      id: "crates-io-token",
      vendor: "crates.io",
      kind: "API token",
      shape: "cio[A-Za-z0-9]{32}",
      rotate: "Revoke it at crates.io/settings/tokens, and publish by trusted publishing.",
      reference: "https://crates.io/docs/trusted-publishing"
    },
    {
      id: "rubygems-key",
      vendor: "RubyGems.org",
      kind: "API key",
      shape: "rubygems_[0-9a-f]{48}",
      rotate: "Delete it at rubygems.org/profile/api_keys, and publish by trusted publishing.",
      reference: "https://guides.rubygems.org/trusted-publishing/"
    },
    {
      id: "nuget-key",
      vendor: "NuGet.org",
      kind: "API key",
      shape: "oy2[0-9a-z]{43}",
      rotate: "Delete it at nuget.org/account/apikeys, and publish by trusted publishing.",
      reference: "https://learn.microsoft.com/nuget/nuget-org/trusted-publishing"
    },
    {
      id: "clojars-token",
      vendor: "Clojars",
      kind: "deploy token",
      shape: "CLOJARS_[0-9a-z]{60}",
      rotate: "Disable it at clojars.org/tokens and create another, scoped to one artifact.",
      reference: "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens"
    },
    {
      id: "docker-personal-token",
      vendor: "Docker",
      kind: "personal access token",
      shape: "dckr_pat_[A-Za-z0-9_-]{27}",
      rotate: "Delete it at app.docker.com/settings/personal-access-tokens.",
      reference: "https://docs.docker.com/security/access-tokens/"
    },
    {
      id: "docker-organization-token",
      vendor: "Docker",
      kind: "organization access token",
      shape: "dckr_oat_[A-Za-z0-9_-]{32}",
      rotate: "Delete it among the access tokens of the organization in the Docker Admin Console.",
      reference: "https://docs.docker.com/enterprise/security/access-tokens/"
    },
    { id: "cloudsmith-key", vendor: "Cloudsmith", kind: "API key", shape: "csa_[0-9a-f]{30}[A-Za-z0-9]{6}" },
    {
      id: "thunderstore-token",
      vendor: "Thunderstore",
      kind: "service account token",
      shape: "tss_[A-Za-z0-9_-]{20,80}",
      near: ["thunderstore"]
    }
  ]
};

// packages/checks/src/secrets/families/trading.ts
var TRADING = {
  id: "trading",
  opens: "read an account and, within its permissions, trade",
  severity: "high",
  rotate: (vendor) => `Delete it under API management at ${vendor} and create another, bound to addresses.`,
  rows: [
    {
      id: "gemini-master-key",
      vendor: "Gemini",
      kind: "master API key",
      shape: "master-[A-Za-z0-9]{20}",
      severity: "critical",
      near: ["gemini"]
    },
    { id: "gemini-account-key", vendor: "Gemini", kind: "account API key", shape: "account-[A-Za-z0-9]{20}", near: ["gemini"] },
    {
      id: "coinbase-key-name",
      vendor: "Coinbase",
      kind: "API key name",
      shape: "organizations/<uuid>/apiKeys/<uuid>",
      public: IDENTIFIER
    },
    {
      id: "robinhood-crypto-key",
      vendor: "Robinhood",
      kind: "Crypto API key",
      shape: "rh-api-<uuid>"
    },
    { id: "databento-key", vendor: "Databento", kind: "API key", shape: "db-[A-Za-z0-9]{29}", near: ["databento"] },
    { id: "finage-key", vendor: "Finage", kind: "API key", shape: "API_KEY[0-9A-Z]{32}", near: ["finage"] },
    { id: "iex-cloud-secret-token", vendor: "IEX Cloud", kind: "secret token", shape: "sk_[A-Za-z0-9]{32}", near: ["iex"] },
    { id: "dfuse-web-key", vendor: "dfuse", kind: "web API key", shape: "web_[0-9a-z]{32}", near: ["dfuse"] }
  ]
};

// packages/checks/src/secrets/families/version-control.ts
var VERSION_CONTROL = {
  id: "version-control",
  opens: "read code and, within its permissions, change it",
  severity: "high",
  rotate: (vendor) => `Revoke it among the access tokens in the settings of ${vendor}.`,
  rows: [
    {
      id: "gitlab-session-cookie",
      vendor: "GitLab",
      kind: "session cookie",
      shape: "_gitlab_session=[0-9a-z]{32}",
      rotate: "Sign out of the session under active sessions in the GitLab preferences."
    },
    {
      id: "sourcegraph-token",
      vendor: "Sourcegraph",
      kind: "access token",
      shape: "sgp_([0-9a-f]{16}_|local_)?[0-9a-f]{40}"
    },
    { id: "sourcegraph-cody-gateway-key", vendor: "Sourcegraph", kind: "Cody Gateway key", shape: "slk_[0-9a-f]{64}" },
    {
      id: "sonar-global-token",
      vendor: "SonarQube",
      kind: "global analysis token",
      shape: "sqa_[0-9a-f]{40}",
      reference: "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/"
    },
    { id: "sonar-project-token", vendor: "SonarQube", kind: "project analysis token", shape: "sqp_[0-9a-f]{40}" },
    { id: "sonar-user-token", vendor: "SonarQube", kind: "user token", shape: "squ_[0-9a-f]{40}" },
    {
      id: "sonarcloud-organization-token",
      vendor: "SonarQube Cloud",
      kind: "scoped organization token",
      shape: "sqco_[A-Za-z0-9]{59}"
    },
    { id: "trufflehog-key", vendor: "TruffleHog Enterprise", kind: "key", shape: "thog-key-[0-9a-f]{16}", public: IDENTIFIER },
    { id: "trufflehog-secret", vendor: "TruffleHog Enterprise", kind: "secret", shape: "thog-secret-[0-9a-f]{32}" },
    { id: "endor-labs-key", vendor: "Endor Labs", kind: "API key or secret", shape: "endr\\+[A-Za-z0-9-]{16}" },
    { id: "aikido-ci-token", vendor: "Aikido", kind: "CI token", shape: "AIK_CI_[A-Za-z0-9]{20,44}" },
    { id: "aikido-client-secret", vendor: "Aikido", kind: "client secret", shape: "AIK_SECRET_[A-Za-z0-9]{64}" },
    { id: "aikido-client-id", vendor: "Aikido", kind: "client id", shape: "AIK_CLIENT_[A-Za-z0-9]{24}", public: IDENTIFIER },
    { id: "stackhawk-key", vendor: "StackHawk", kind: "API key", shape: "hawk.[A-Za-z0-9_-]{20}.[A-Za-z0-9_-]{20}" },
    { id: "dependency-track-key", vendor: "Dependency-Track", kind: "API key", shape: "odt_[A-Za-z0-9]{32,255}" },
    { id: "nightfall-key", vendor: "Nightfall AI", kind: "API key", shape: "NF-[A-Za-z0-9]{32}", near: ["nightfall"] }
  ]
};

// packages/checks/src/secrets/families/workplace.ts
var WORKPLACE = {
  id: "workplace",
  opens: "read and, within its permissions, change what its owner works on",
  severity: "high",
  rotate: (vendor) => `Revoke it among the API tokens in the settings of ${vendor} and create another with fewer scopes.`,
  rows: [
    {
      id: "airtable-personal-token",
      vendor: "Airtable",
      kind: "personal access token",
      shape: "pat[A-Za-z0-9]{14}.[0-9a-f]{64}",
      reference: "https://airtable.com/developers/web/guides/personal-access-tokens"
    },
    {
      id: "clickup-personal-token",
      vendor: "ClickUp",
      kind: "personal API token",
      shape: "pk_[0-9]{7,9}_[0-9A-Z]{32}",
      reference: "https://developer.clickup.com/docs/authentication"
    },
    {
      id: "close-key",
      vendor: "Close",
      kind: "API key",
      shape: "api_[A-Za-z0-9.]{45}",
      near: ["close.com", "closeio", "close_api", "close-api", "closecrm"],
      reference: "https://developer.close.com/topics/authentication-with-api-keys/"
    },
    {
      id: "contentful-personal-token",
      vendor: "Contentful",
      kind: "personal access token",
      shape: "CFPAT-[A-Za-z0-9_-]{43}"
    },
    {
      id: "dropbox-access-token",
      vendor: "Dropbox",
      kind: "access token",
      shape: "sl.(u.)?([A-Za-z0-9_=-]{1000}[A-Za-z0-9_=-]{0,1000}|[A-Za-z0-9_=-]{130,1000})",
      rotate: "Call `/2/auth/token/revoke` with it; it lives four hours.",
      reference: "https://developers.dropbox.com/oauth-guide"
    },
    {
      id: "figma-personal-token",
      vendor: "Figma",
      kind: "personal access token",
      shape: "figd_[A-Za-z0-9_-]{38,42}",
      reference: "https://developers.figma.com/docs/rest-api/authentication/"
    },
    { id: "figma-plan-token", vendor: "Figma", kind: "plan access token", shape: "figp_[A-Za-z0-9_=-]{40,54}" },
    {
      id: "figma-oauth-token",
      vendor: "Figma",
      kind: "OAuth token",
      shape: "fig(h|o|r|u)_[A-Za-z0-9_-]{40}",
      prefixes: ["figh_", "figo_", "figr_", "figu_"]
    },
    { id: "frame-io-token", vendor: "Frame.io", kind: "developer token", shape: "fio-u-[A-Za-z0-9_=-]{64}" },
    {
      id: "hubspot-private-app-token",
      vendor: "HubSpot",
      kind: "private app access token",
      shape: "pat-[a-z0-9]{2,3}-<uuid>",
      reference: "https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview"
    },
    {
      id: "linear-key",
      vendor: "Linear",
      kind: "personal API key",
      shape: "lin_api_[A-Za-z0-9]{40}",
      reference: "https://linear.app/developers/graphql"
    },
    {
      id: "notion-token",
      vendor: "Notion",
      kind: "integration token",
      shape: "ntn_[0-9]{11}[A-Za-z0-9]{35}",
      reference: "https://developers.notion.com/docs/authorization"
    },
    {
      id: "notion-legacy-token",
      vendor: "Notion",
      kind: "legacy integration token",
      shape: "secret_[A-Za-z0-9]{43}",
      near: ["notion"],
      reference: "https://developers.notion.com/docs/authorization"
    },
    { id: "notion-refresh-token", vendor: "Notion", kind: "refresh token", shape: "nrt_[A-Za-z0-9_]{40,55}" },
    {
      id: "postman-key",
      vendor: "Postman",
      kind: "API key",
      shape: "PMAK-[0-9a-f]{24}-[0-9a-f]{34}",
      reference: "https://learning.postman.com/docs/developer/postman-api/authentication/"
    },
    {
      id: "readme-key",
      vendor: "ReadMe",
      kind: "API key",
      shape: "rdme_[0-9a-z]{70}"
    },
    {
      id: "teamwork-token",
      vendor: "Teamwork",
      kind: "API token",
      shape: "tkn.v1_[A-Za-z0-9]{71}="
    },
    {
      id: "typeform-token",
      vendor: "Typeform",
      kind: "personal access token",
      shape: "tfp_[A-Za-z0-9._=-]{40,59}",
      reference: "https://www.typeform.com/developers/get-started/personal-access-token/"
    },
    {
      id: "wakatime-key",
      vendor: "WakaTime",
      kind: "API key",
      shape: "waka_(<uuid>|[A-Za-z0-9]{36,64})",
      severity: "medium",
      reference: "https://wakatime.com/developers"
    },
    {
      id: "workato-token",
      vendor: "Workato",
      kind: "API token",
      shape: "wrka([a-z]{2})?-eyJ[A-Za-z0-9_-]{8,1000}.[A-Za-z0-9_-]{16,1000}.[A-Za-z0-9_-]{64,1000}",
      severity: "critical"
    },
    {
      id: "segment-public-api-token",
      vendor: "Segment",
      kind: "Public API token",
      shape: "sgp_[A-Za-z0-9]{64}",
      near: ["segment"]
    },
    {
      id: "apideck-live-key",
      vendor: "Apideck",
      kind: "live API key",
      shape: "sk_live_[A-Za-z0-9-]{93}",
      near: ["apideck"]
    },
    {
      id: "convertapi-secret",
      vendor: "ConvertAPI",
      kind: "secret",
      shape: "secret_[A-Za-z0-9]{16}",
      severity: "medium",
      near: ["convertapi"]
    },
    {
      id: "checkio-key",
      vendor: "CheckIO",
      kind: "API key",
      shape: "pk_[A-Za-z0-9]{45}",
      severity: "medium",
      near: ["checio", "checkio"]
    },
    {
      id: "locationiq-token",
      vendor: "LocationIQ",
      kind: "access token",
      shape: "pk.[A-Za-z0-9-]{32}",
      severity: "low",
      near: ["locationiq"]
    },
    {
      id: "brave-search-key",
      vendor: "Brave Search",
      kind: "API key",
      shape: "BSA[A-Za-z0-9_-]{24,40}",
      severity: "medium",
      near: ["brave"]
    }
  ]
};

// packages/checks/src/secrets/families/catalogue.ts
var FAMILIES = [
  VERSION_CONTROL,
  REGISTRIES,
  CI_CD,
  CLOUD,
  INFRASTRUCTURE,
  ENCODED,
  IDENTITY,
  DATABASES,
  PAYMENTS,
  TRADING,
  AI,
  MESSAGING,
  EMAIL,
  OBSERVABILITY,
  COMMERCE,
  WORKPLACE,
  MEDIA,
  DEVICES,
  PASSWORD_HASHES
];
var RULES = FAMILIES.flatMap(familyRules);
var SHAPE_RULES = [
  ...RULES.filter((rule) => rule.near !== void 0),
  ...RULES.filter((rule) => rule.near === void 0)
];

// packages/checks/src/secrets/proof/bech32.ts
var DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
var GENERATORS = [996825010, 642813549, 513874426, 1027748829, 705979059];
function isBech32(text) {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return false;
  const low = text.toLowerCase();
  const mark = low.lastIndexOf("1");
  const digits2 = [...low.slice(mark + 1)].map((character) => DIGITS.indexOf(character));
  if (mark < 1 || digits2.length < 6 || digits2.includes(-1) || /[^!-~]/.test(low)) return false;
  return polymod([...expanded(low.slice(0, mark)), ...digits2]) === 1;
}
function bech32(readable, data) {
  const digits2 = [...data].map((character) => DIGITS.indexOf(character));
  const sum5 = polymod([...expanded(readable), ...digits2, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = [25, 20, 15, 10, 5, 0].map((shift) => DIGITS[sum5 >>> shift & 31]).join("");
  return `${readable}1${data}${tail}`;
}
function expanded(readable) {
  const codes = [...readable].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}
function polymod(values) {
  let sum5 = 1;
  for (const value of values) {
    const top = sum5 >>> 25;
    sum5 = (sum5 & 33554431) << 5 ^ value;
    GENERATORS.forEach((generator, bit) => {
      if (top >>> bit & 1) sum5 ^= generator;
    });
  }
  return sum5;
}

// packages/checks/src/secrets/proof/judged.ts
function judgedSum(holds, what) {
  return holds ? { evidence: "proven", why: `${what} holds` } : { evidence: "broken", why: `${what} does not hold` };
}
function judgedForm(read2, missing) {
  return read2 === void 0 ? { evidence: "broken", why: missing } : { evidence: "proven", why: read2 };
}

// packages/checks/src/secrets/rules/age-secret-key.ts
function check({ value }) {
  return judgedSum(isBech32(value), "the Bech32 checksum");
}
var ageSecretKey = {
  id: "age-secret-key",
  title: "age secret key",
  description: "A secret key of age decrypts every file that was encrypted for it, and with SOPS every secret in the repository.",
  severity: "critical",
  prefixes: ["AGE-SECRET-KEY-1"],
  shape: /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/y,
  check,
  remedy: { rotate: "Make another key, encrypt the files for it, and change every secret that the old key could read." },
  reference: "https://age-encryption.org/v1",
  examples: (make) => {
    const key = bech32(
      "age-secret-key-",
      make.chars("qpzry9x8gf2tvdw0s3jn54khce6mua7l", 51) + make.pick(["q", "s"])
    ).toUpperCase();
    return { positive: [key], negative: [key.slice(0, -1), `${key}Q`, key.replace("-1", "-1B")] };
  }
};

// packages/checks/src/secrets/proof/crc32.ts
var TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? rest >>> 1 ^ 3988292384 : rest >>> 1;
  return rest;
});
function crc32(data) {
  let rest = 4294967295;
  for (let at = 0; at < data.length; at++) {
    const byte = typeof data === "string" ? data.charCodeAt(at) & 255 : data[at];
    rest = rest >>> 8 ^ TABLE[(rest ^ byte) & 255];
  }
  return ~rest >>> 0;
}

// packages/checks/src/secrets/proof/hex.ts
function hex32(value) {
  return (value >>> 0).toString(16).padStart(8, "0");
}
function hex32Reversed(value) {
  return hex32(reversed32(value));
}
function reversed32(value) {
  return ((value & 255) << 24 | (value & 65280) << 8 | value >>> 8 & 65280 | value >>> 24) >>> 0;
}
function littleEndian(value) {
  return Uint8Array.of(value & 255, value >>> 8 & 255, value >>> 16 & 255, value >>> 24);
}

// packages/checks/src/secrets/rules/atlassian-api-token.ts
function sum(covered) {
  return hex32(crc32(covered)).toUpperCase();
}
function check2({ value }) {
  return judgedSum(sum(value.slice(0, -8)) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var atlassianApiToken = {
  id: "atlassian-api-token",
  title: "Atlassian API token",
  description: "An API token of Atlassian reads and changes what its owner can in Jira, Confluence or Bitbucket.",
  severity: "critical",
  prefixes: ["ATATT3", "ATCTT3"],
  shape: /AT[AC]TT3[A-Za-z0-9_-]{150,220}={0,2}[0-9A-F]{8}/y,
  check: check2,
  remedy: {
    rotate: "Revoke it under Security, API tokens of the Atlassian account, or under the access tokens of the repository or project."
  },
  reference: "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
  examples: (make) => ({
    positive: ["ATATT3", "ATCTT3"].map((prefix) => {
      const covered = `${prefix}${make.chars("A-Za-z0-9_-", 177)}=`;
      return covered + sum(covered);
    }),
    negative: [`ATATT3${make.chars("A-Za-z0-9", 90)}`]
  })
};

// packages/checks/src/secrets/proof/latin1.ts
function toBytes(text) {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
function toText(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

// packages/checks/src/secrets/proof/base64.ts
function decodeBase64(text) {
  const bare = text.replace(/={1,2}$/, "").replaceAll("-", "+").replaceAll("_", "/");
  if (bare.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(bare)) return void 0;
  return toBytes(atob(bare));
}
function encodeBase64(bytes) {
  return btoa(toText(bytes));
}
function encodeBase64Url(bytes) {
  return encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// packages/checks/src/secrets/rules/atlassian-data-center-token.ts
var PREFIXES = ["BBDC-", "MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"];
function check3({ value }) {
  const bytes = decodeBase64(value.replace(/^BBDC-/, "")) ?? new Uint8Array();
  const [, id] = /^([1-9]\d{3,14}):/.exec(toText(bytes)) ?? [];
  if (id === void 0 && !value.startsWith("BBDC-")) return { evidence: "none" };
  return judgedForm(id && `base 64 of the number ${id} and random bytes`, "base 64, but not of a number and a colon");
}
var atlassianDataCenterToken = {
  id: "atlassian-data-center-token",
  title: "Atlassian Data Center personal access token",
  description: "A personal access token of a Jira, Confluence or Bitbucket server acts as its owner.",
  severity: "high",
  prefixes: PREFIXES,
  shape: /(?:BBDC-)?[MNO][TDjz][A-Za-z0-9+/]{42}/y,
  check: check3,
  near: ["jira", "confluence", "bitbucket", "atlassian", "bbdc-"],
  remedy: { rotate: "Revoke it under Profile, Personal access tokens of that server." },
  reference: "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
  examples: (make) => {
    const token = encodeBase64(joined(toBytes(`${make.chars("1-9", 12)}:`), make.bytes(20)));
    return { positive: [token, `BBDC-${token}`], negative: [token.slice(1), `M${make.chars("A-Za-z0-9", 40)}`] };
  }
};

// packages/checks/src/secrets/proof/base32.ts
var DIGITS2 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function decodeBase32(text) {
  const bytes = new Uint8Array(Math.floor(text.length * 5 / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of text) {
    const digit = DIGITS2.indexOf(character);
    if (digit < 0) return void 0;
    held = (held << 5 | digit) & 4095;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >>> bits;
    }
  }
  return bytes;
}
function encodeBase32(bytes) {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8 | byte) & 4095;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += DIGITS2[held >>> bits & 31];
    }
  }
  return bits > 0 ? text + DIGITS2[held << 5 - bits & 31] : text;
}

// packages/checks/src/secrets/proof/aws-account.ts
var FIRST_WITH_ACCOUNT = "Q";
function awsAccount(id) {
  const bytes = decodeBase32(id.slice(4, 14));
  if (!bytes || id[4] < FIRST_WITH_ACCOUNT) return void 0;
  const number = bytes.reduce((sum5, byte) => sum5 << 8n | BigInt(byte), 0n);
  const account = ((number & 0x7fffffffff80n) >> 7n).toString();
  return account.length <= 12 ? account.padStart(12, "0") : void 0;
}

// packages/checks/src/secrets/rules/aws-access-key.ts
var KINDS = {
  AKIA: "long-lived",
  ASIA: "temporary",
  ABIA: "bearer token of STS",
  ACCA: "context-specific"
};
function check4({ value }) {
  const account = awsAccount(value);
  const kind = `${KINDS[value.slice(0, 4)]} access key id`;
  return {
    evidence: "shape",
    why: account ? `${kind} of account ${account}; alone it opens nothing` : `${kind}; alone it opens nothing`
  };
}
var awsAccessKey = {
  id: "aws-access-key",
  title: "AWS access key id",
  description: "An access key id names a key pair; alone it opens nothing, with its secret it is the account.",
  severity: "info",
  prefixes: Object.keys(KINDS),
  shape: /A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}/y,
  check: check4,
  remedy: { rotate: "Look for its secret; if that is out, deactivate and delete the key in IAM.", provider: "aws" },
  reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids",
  examples: (make) => ({
    positive: Object.keys(KINDS).map((kind) => `${kind}${make.chars("Q-Z", 1)}A${make.chars("A-Z2-7", 14)}`),
    negative: [`AKIA${make.chars("A-Z", 15)}`, `AKIA${make.chars("A-Z", 8)}0189${make.chars("A-Z", 4)}`]
  })
};

// packages/checks/src/secrets/rules/aws-bedrock-api-key.ts
function check5({ value }) {
  const [, name] = /^(BedrockAPIKey-[\w+-]{1,80}):.{8,200}$/s.exec(toText(decodeBase64(value.slice(4)) ?? new Uint8Array())) ?? [];
  return judgedForm(name && `decodes to the key \`${name}\``, "does not decode to a name and a key");
}
var awsBedrockApiKey = {
  id: "aws-bedrock-api-key",
  title: "Amazon Bedrock API key",
  description: "A long-lived API key of Bedrock calls models in the account, as a user of IAM of its own.",
  severity: "critical",
  prefixes: ["ABSKQmVkcm9ja0FQSUtleS"],
  shape: /ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{80,260}={0,2}/y,
  check: check5,
  remedy: { rotate: "Delete the service-specific credential of the user in IAM, and let the job take a role.", provider: "aws" },
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
  examples: (make) => {
    const name = `BedrockAPIKey-${make.chars("a-z0-9", 4)}-at-${make.chars("1-9", 12)}`;
    return {
      positive: [`ABSK${encodeBase64(toBytes(`${name}:${make.chars("A-Za-z0-9+/", 44)}`))}`],
      negative: [`ABSKQmVkcm9ja0FQSUtleS${make.chars("A-Za-z0-9", 30)}`]
    };
  }
};

// packages/checks/src/secrets/rules/aws-secret-access-key.ts
var awsSecretAccessKeyS = [
  "aws_secret_access_key",
  "AWS_SECRET_ACCESS_KEY",
  "aws_secret_key",
  "AWS_SECRET_KEY",
  "aws-secret-access-key",
  "aws.secretKey",
  "awsSecretAccessKey",
  "awsSecretKey",
  "secret_access_key",
  "secretAccessKey",
  "SecretAccessKey"
];
var awsSecretAccessKey = {
  id: "aws-secret-access-key",
  title: "AWS secret access key",
  description: "A secret access key signs requests as the user, role or root of an AWS account.",
  severity: "critical",
  tier: "contextual",
  prefixes: awsSecretAccessKeyS,
  shape: /[Aa]?[A-Za-z._-]{9,22}["']?\]?\s{0,4}(?:=>|:=|[=:,])\s{0,4}(?:!Sub\s)?["']?(?<secret>(?=[A-Za-z/+]{0,39}[0-9])(?=[a-z0-9/+]{0,39}[A-Z])(?=[A-Z0-9/+]{0,39}[a-z])[A-Za-z0-9/+]{40})/y,
  remedy: { rotate: "Deactivate and delete the key in IAM, and let the job take a role.", provider: "aws" },
  reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
  examples: (make) => {
    const secret = () => `a7Z${make.chars("A-Za-z0-9/+", 36)}Q`;
    return {
      positive: [
        `aws_secret_access_key = ${secret()}`,
        `AWS_SECRET_ACCESS_KEY=${secret()}`,
        `"SecretAccessKey": "${secret()}"`,
        `secretAccessKey: '${secret()}'`
      ],
      negative: [`aws_secret_access_key = ${make.chars("a-f0-9", 40)}`, `aws_secret_access_key = ${make.chars("A-Za-z0-9", 30)}`]
    };
  }
};

// packages/checks/src/secrets/rules/aws-session-token.ts
var awsSessionToken = {
  id: "aws-session-token",
  title: "AWS session token",
  description: "A session token belongs to temporary credentials, which end by themselves within hours.",
  severity: "medium",
  prefixes: ["IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz", "FQoGZXIvYXdz"],
  shape: /(?:IQoJb3JpZ2luX2Vj|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/]{88,2000}={0,2}/y,
  remedy: {
    rotate: "Revoke the active sessions of the role in IAM if the hours are not over, and find out what printed it.",
    provider: "aws"
  },
  reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html",
  examples: (make) => ({
    positive: ["IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz"].map((prefix) => prefix + make.chars("A-Za-z0-9+/", 300)),
    negative: [`IQoJb3JpZ2luX2Vj${make.chars("A-Za-z0-9", 40)}`]
  })
};

// packages/checks/src/secrets/openers.ts
var OPENERS = [
  '="',
  "='",
  "= ",
  ": ",
  ':"',
  ' "',
  " '",
  "AccountKey=",
  "SharedAccessKey=",
  "KEY=",
  "Key=",
  "key=",
  "TOKEN=",
  "token=",
  "PAT=",
  "SECRET=",
  "code="
];
function opened(value) {
  return new RegExp(`(?:[=: ]["' ]|[A-Za-z]{3,15}=)(?<secret>${value})`, "y");
}

// packages/checks/src/secrets/proof/base62.ts
var DIGITS3 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
function base62(value, width = 1) {
  let rest = value >>> 0;
  let text = "";
  do {
    text = DIGITS3[rest % 62] + text;
    rest = Math.floor(rest / 62);
  } while (rest > 0);
  return text.padStart(width, "0");
}

// packages/checks/src/secrets/proof/marvin32.ts
function marvin32(bytes, seed) {
  let low = Number(seed & 0xffffffffn) | 0;
  let high = Number(seed >> 32n) | 0;
  const mix = () => {
    high ^= low;
    low = turn(low, 20) + high;
    high = turn(high, 9) ^ low;
    low = turn(low, 27) + high;
    high = turn(high, 19);
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    low = low + view.getUint32(at, true) | 0;
    mix();
  }
  let last = 128;
  for (let rest = bytes.length - 1; rest >= at; rest--) last = last << 8 | bytes[rest];
  low = low + last | 0;
  mix();
  mix();
  return [high >>> 0, low >>> 0];
}
function marvin32Folded(bytes, seed) {
  const [high, low] = marvin32(bytes, seed);
  return (high ^ low) >>> 0;
}
function marvinSeed(name) {
  return [...name].reduce((sum5, character) => sum5 << 8n | BigInt(character.charCodeAt(0)), 0n);
}
function turn(word, by) {
  return word << by | word >>> 32 - by;
}

// packages/checks/src/secrets/proof/azure-key.ts
function isIdentifiable(key, seeds) {
  const bytes = decodeBase64(key);
  if (!bytes || bytes.length < 24) return false;
  const sum5 = toText(bytes.subarray(-4));
  return seeds.some((seed) => toText(checksum(bytes.subarray(0, -4), seed)) === sum5);
}
function identifiable(random, signature, seed) {
  const digits2 = encodeBase64(random).replaceAll("=", "");
  const signed = digits2.slice(0, -10) + signature + digits2.slice(-6);
  const bytes = decodeBase64(signed) ?? random;
  const data = bytes.subarray(0, -4);
  return encodeBase64(joined(data, checksum(data, seed)));
}
function annotatedSum(data) {
  const bytes = littleEndian(marvin32Folded(data, marvinSeed("Default0")));
  return base62Bytes(bytes).padEnd(6, "0").slice(0, 4);
}
function checksum(data, seed) {
  return littleEndian(marvin32Folded(data, marvinSeed(seed)));
}
function base62Bytes(bytes) {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const number = bytes.reduce((sum5, byte) => sum5 * 256 + byte, 0);
  return "0".repeat(zeros < 0 ? 3 : zeros) + base62(number);
}

// packages/checks/src/secrets/rules/azure-annotated-key.ts
var COVERED = 80;
var SERVICES = {
  AZDO: "Azure DevOps",
  AZAC: "Azure App Configuration",
  ACOG: "Azure AI services",
  AZEG: "Azure Event Grid",
  AZMP: "Azure Maps",
  AZCS: "Azure Communication Services"
};
function check6({ value }) {
  const signature = value.slice(76, COVERED);
  const data = decodeBase64(value.slice(0, COVERED)) ?? new Uint8Array();
  return judgedSum(
    annotatedSum(data) === value.slice(COVERED, 84),
    `annotated for ${SERVICES[signature] ?? signature}: the checksum at the end`
  );
}
var azureAnnotatedKey = {
  id: "azure-annotated-key",
  title: "Azure annotated key",
  description: "A common annotated key is a personal access token of Azure DevOps or the key of an Azure service.",
  severity: "critical",
  prefixes: OPENERS,
  shape: opened("[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?"),
  check: check6,
  remedy: {
    rotate: "Revoke the token under User settings, Personal access tokens of Azure DevOps, or regenerate the key of that resource.",
    provider: "azure"
  },
  reference: "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
  examples: (make) => {
    const write4 = (signature) => {
      const covered = `${make.chars("A-Za-z0-9", 52)}JQQJ99A${make.chars("A-L", 1)}${make.chars("A-Za-z0-9", 12)}AAAA${signature}`;
      return `token: ${covered}${annotatedSum(decodeBase64(covered) ?? new Uint8Array())}`;
    };
    return {
      positive: Object.keys(SERVICES).map(write4),
      negative: [`token: ${make.chars("A-Za-z0-9", 52)}JQQJ9X${make.chars("A-Za-z0-9", 26)}`]
    };
  }
};

// packages/checks/src/secrets/rules/azure-devops-legacy-token.ts
var MASKS = [3770247469, 270137646];
var PLACES = [22, 8, 7, 2];
var NAMES = /devops|visualstudio|vsts|vss|tfs/i;
function check7({ value, before, after }) {
  const bytes = decodeBase32(value.toUpperCase()) ?? new Uint8Array();
  const stated = PLACES.reduce((sum6, place) => (sum6 << 8 | (bytes[place] ?? 0)) >>> 0, 0);
  const sum5 = crc32(bytes.filter((_, at) => !PLACES.includes(at)));
  const holds = MASKS.some((mask) => [stated, reversed32(stated)].includes((sum5 ^ mask) >>> 0));
  if (!holds && !NAMES.test(before + after)) return { evidence: "none" };
  return judgedSum(holds, "the checksum among its bytes");
}
var azureDevopsLegacyToken = {
  id: "azure-devops-legacy-token",
  title: "Azure DevOps personal access token (older form)",
  description: "A personal access token of Azure DevOps reads or changes code, pipelines and packages as its owner.",
  severity: "critical",
  prefixes: OPENERS,
  shape: opened("[a-z2-7]{52}"),
  check: check7,
  remedy: { rotate: "Revoke it under User settings, Personal access tokens.", provider: "azure" },
  reference: "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
  examples: (make) => {
    const bytes = make.bytes(32);
    const sum5 = (crc32(bytes.filter((_, at) => !PLACES.includes(at))) ^ MASKS[0]) >>> 0;
    for (const [at, place] of PLACES.entries()) bytes[place] = sum5 >>> 24 - at * 8 & 255;
    return {
      positive: [`azure_devops_pat: ${encodeBase32(bytes).toLowerCase()}`],
      negative: [`azure_devops_pat: ${make.chars("a-z2-7", 51)}`]
    };
  }
};

// packages/checks/src/secrets/rules/azure-identifiable-key.ts
var SERVICES2 = {
  "+ASt": ["Storage", "Default0"],
  "+ABa": ["Batch", "AbAcct00"],
  "+ACR": ["Container Registry", "ACRDflt0"],
  "+ASb": ["Service Bus", "Send0000", "Listen00", "Manage00", "System00", "Unknown0"],
  "+AEh": ["Event Hubs", "Send0000", "Listen00", "Manage00", "System00", "Unknown0"],
  "+ARm": ["Relay", "Send0000", "Listen00", "Manage00", "Unknown0"],
  "+AMC": ["Machine Learning (classic)", "Classic0"],
  "+SQL": ["SQL", "UsrPwd00"],
  ACDb: ["Cosmos DB", "MastRW00", "MastRO00", "SystRW00", "SystRO00", "SysAll00", "Resour00", "Encryp00"],
  AzFu: ["Functions", "Functi00", "System00", "Master00"],
  AzSe: ["AI Search", "PAdmin00", "Query000"],
  AzCa: ["Cache for Redis", "Access00"],
  AIoT: ["IoT Hub", "IoTHub00", "DpsKey00", "Device00"],
  APIM: ["API Management", "Tenant00", "IoTHub00", "Gatewy00", "GitKey00"],
  AZEG: ["Event Grid"]
};
function check8({ value }) {
  const signature = /.{4}(?=.{6}={0,2}$)/.exec(value)?.[0] ?? "";
  const [service, ...seeds] = SERVICES2[signature] ?? [signature];
  const of = `signature of Azure ${service}`;
  if (isIdentifiable(value, seeds)) return judgedSum(true, `${of}, and the checksum at the end`);
  if (signature === "AzCa" || seeds.length === 0) return { evidence: "shape", why: of };
  return judgedSum(false, `${of}, but the checksum at the end`);
}
var azureIdentifiableKey = {
  id: "azure-identifiable-key",
  title: "Azure service key",
  description: "A key of an Azure service reads or writes its data, or administers it, without any identity.",
  severity: "critical",
  prefixes: OPENERS,
  // 32, 33, 39, 40 and 64 bytes.
  shape: opened(
    "(?:[A-Za-z0-9+/_-]{33,34}|[A-Za-z0-9+/_-]{42}|[A-Za-z0-9+/_-]{44}|[A-Za-z0-9+/_-]{76})(?:\\+(?:ASt|ABa|ACR|ASb|AEh|ARm|AMC|SQL)|ACDb|AzFu|AzSe|AzCa|AIoT|APIM|AZEG)[A-Za-z0-9+/_-]{6}={0,2}"
  ),
  check: check8,
  remedy: {
    rotate: "Regenerate the key under Access keys of that resource, one of the two at a time, and disable key access where the service allows it.",
    provider: "azure"
  },
  reference: "https://github.com/microsoft/security-utilities",
  examples: (make) => {
    const sizes = {
      "+ASt": 64,
      "+ABa": 64,
      ACDb: 64,
      "+AMC": 64,
      AzFu: 40,
      AzSe: 39,
      "+ACR": 39,
      AzCa: 33,
      APIM: 64
    };
    const keys = Object.entries(SERVICES2).flatMap(
      ([signature, [, seed]]) => seed ? [identifiable(make.bytes(sizes[signature] ?? 32), signature, seed)] : []
    );
    return {
      positive: keys.map((key) => `key: ${key}`),
      negative: [`key: ${make.chars("A-Za-z0-9", 86)}==`, `key: ${make.chars("a-z", 20)}AzFu${make.chars("a-z", 6)}`]
    };
  }
};

// packages/checks/src/secrets/rules/azure-storage-account-key.ts
var azureStorageAccountKey = {
  id: "azure-storage-account-key",
  title: "Azure account key",
  description: "An account key in a connection string reads and writes everything in a storage or Cosmos DB account.",
  severity: "critical",
  // What a connection string calls it is as good as a prefix.
  prefixes: ["AccountKey="],
  shape: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/y,
  remedy: {
    rotate: "Regenerate the key under Access keys of the account, one of the two at a time, and disallow shared key access.",
    provider: "azure"
  },
  reference: "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",
  examples: (make) => ({
    positive: [`AccountName=acme;AccountKey=${make.chars("A-Za-z0-9+/", 85)}A==;EndpointSuffix=core.windows.net`],
    negative: [`AccountName=acme;AccountKey=${make.chars("A-Za-z0-9+/", 40)}=;`]
  })
};

// packages/checks/src/secrets/rules/bitbucket-app-password.ts
function sum2(covered) {
  return hex32(crc32(covered)).toUpperCase();
}
function check9({ value }) {
  return judgedSum(sum2(value.slice(0, -8)) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var bitbucketAppPassword = {
  id: "bitbucket-app-password",
  title: "Bitbucket app password",
  description: "An app password of Bitbucket reads and changes the repositories of its owner, with the name of the user beside it.",
  severity: "critical",
  prefixes: ["ATBB"],
  shape: /ATBB[A-Za-z0-9]{24}[0-9A-F]{8}/y,
  check: check9,
  remedy: { rotate: "Delete it under Personal settings, App passwords, and use an access token of the repository." },
  reference: "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/",
  examples: (make) => {
    const covered = `ATBB${make.chars("A-Za-z0-9", 24)}`;
    return { positive: [covered + sum2(covered)], negative: [covered, `${covered}${make.chars("a-f", 8)}`] };
  }
};

// packages/checks/src/secrets/proof/sha256.ts
var PRIMES = primes(64);
var ROUND = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
var START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
function sha256(bytes) {
  const state = START.slice();
  const padded = pad(bytes);
  for (let at = 0; at < padded.length; at += 64) compress(state, padded.subarray(at, at + 64));
  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  for (let word = 0; word < 8; word++) view.setUint32(word * 4, state[word]);
  return digest;
}
function pad(bytes) {
  const zeros = (119 - bytes.length % 64) % 64;
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length) * 8n);
  return joined(bytes, Uint8Array.of(128), new Uint8Array(zeros), length);
}
function compress(state, block2) {
  const words = new Uint32Array(64);
  const view = new DataView(block2.buffer, block2.byteOffset, 64);
  for (let at = 0; at < 16; at++) words[at] = view.getUint32(at * 4);
  for (let at = 16; at < 64; at++) {
    const early = words[at - 15];
    const late = words[at - 2];
    const small0 = turn2(early, 7) ^ turn2(early, 18) ^ early >>> 3;
    const small1 = turn2(late, 17) ^ turn2(late, 19) ^ late >>> 10;
    words[at] = words[at - 16] + small0 + words[at - 7] + small1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let at = 0; at < 64; at++) {
    const big1 = turn2(e, 6) ^ turn2(e, 11) ^ turn2(e, 25);
    const first = h + big1 + (e & f ^ ~e & g) + ROUND[at] + words[at] | 0;
    const big0 = turn2(a, 2) ^ turn2(a, 13) ^ turn2(a, 22);
    const second = big0 + (a & b ^ a & c ^ b & c) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, d + first | 0, c, b, a, first + second | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    state[at] = state[at] + word;
  });
}
function turn2(word, by) {
  return word >>> by | word << 32 - by;
}
function fraction(root) {
  return Math.floor(root % 1 * 2 ** 32);
}
function primes(count) {
  const found = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

// packages/checks/src/secrets/proof/base58.ts
var DIGITS4 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
function decodeBase58(text) {
  let value = 0n;
  for (const character of text) {
    const digit = DIGITS4.indexOf(character);
    if (digit < 0) return void 0;
    value = value * 58n + BigInt(digit);
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  const bytes = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  return Uint8Array.of(...new Array(zeros).fill(0), ...bytes);
}
function encodeBase58(bytes) {
  let value = bytes.reduce((sum5, byte) => sum5 << 8n | BigInt(byte), 0n);
  let text = "";
  for (; value > 0n; value /= 58n) text = DIGITS4[Number(value % 58n)] + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return "1".repeat(zeros < 0 ? bytes.length : zeros) + text;
}
function decodeBase58Check(text) {
  const bytes = decodeBase58(text);
  if (bytes === void 0 || bytes.length < 5) return void 0;
  const payload = bytes.subarray(0, -4);
  const sum5 = checksum2(payload);
  return bytes.subarray(-4).every((byte, at) => byte === sum5[at]) ? payload : void 0;
}
function encodeBase58Check(payload) {
  return encodeBase58(joined(payload, checksum2(payload)));
}
function checksum2(payload) {
  return sha256(sha256(payload)).subarray(0, 4);
}

// packages/checks/src/secrets/rules/bitcoin-extended-key.ts
var LENGTH = 78;
var VERSIONS = { xprv: 76066276, yprv: 77428856, zprv: 78791436, tprv: 70615956 };
function check10({ value }) {
  const payload = decodeBase58Check(value);
  const depth = payload?.length === LENGTH ? payload[4] : void 0;
  return judgedForm(
    depth === void 0 ? void 0 : `the double SHA-256 at the end holds; depth ${depth}`,
    "the double SHA-256 at the end does not hold"
  );
}
var bitcoinExtendedKey = {
  id: "bitcoin-extended-key",
  title: "Bitcoin extended private key",
  description: "An extended private key spends what all addresses below it hold.",
  severity: "critical",
  prefixes: Object.keys(VERSIONS),
  shape: /[xyzt]prv[1-9A-HJ-NP-Za-km-z]{107}/y,
  check: check10,
  remedy: { rotate: "Move what the wallet holds to a wallet of another seed." },
  reference: "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki",
  examples: (make) => ({
    positive: Object.values(VERSIONS).map((version) => {
      const head2 = Uint8Array.of(
        version >>> 24,
        version >>> 16 & 255,
        version >>> 8 & 255,
        version & 255,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0
      );
      return encodeBase58Check(joined(head2, make.bytes(32), Uint8Array.of(0), make.bytes(32)));
    }),
    negative: [`xprv${make.chars("1-9", 100)}`]
  })
};

// packages/checks/src/secrets/rules/bitcoin-private-key.ts
var MAIN = 128;
var COMPRESSED = Uint8Array.of(1);
var NAMES2 = /\bwif\b|bitcoin|btc|wallet|priv_?key/i;
function check11({ value, before, after }) {
  const payload = decodeBase58Check(value);
  const read2 = payload?.[0] === MAIN && (payload.length === 33 || payload.length === 34);
  if (!read2 && !NAMES2.test(before + after)) return { evidence: "none" };
  return judgedForm(read2 ? "the double SHA-256 at the end holds" : void 0, "the double SHA-256 at the end does not hold");
}
var bitcoinPrivateKey = {
  id: "bitcoin-private-key",
  title: "Bitcoin private key",
  description: "A private key in wallet import format spends what its address holds.",
  severity: "critical",
  prefixes: ["5H", "5J", "5K", "Kw", "Kx", "Ky", "Kz", "L1", "L2", "L3", "L4", "L5"],
  shape: /[5KL][1-9A-HJ-NP-Za-km-z]{50,51}/y,
  check: check11,
  remedy: { rotate: "Move what the address holds to one of another key." },
  reference: "https://en.bitcoin.it/wiki/Wallet_import_format",
  examples: (make) => {
    const key = joined(Uint8Array.of(MAIN, 66), make.bytes(31));
    const names = [encodeBase58Check(key), encodeBase58Check(joined(key, COMPRESSED))];
    return { positive: names.map((name) => `wallet: ${name}`), negative: [`wallet: K${make.chars("1-9A-H", 40)}`] };
  }
};

// packages/checks/src/secrets/rules/cloudflare-token.ts
var KINDS2 = ["cfut_", "cfat_", "cfk_"];
function check12({ value }) {
  return judgedSum(hex32(crc32(value.slice(-48, -8))) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var cloudflareToken = {
  id: "cloudflare-token",
  title: "Cloudflare API token",
  description: "A user or account token, or a global key, of Cloudflare changes zones, workers and storage within its permissions.",
  severity: "critical",
  prefixes: KINDS2,
  shape: /cf(?:ut|at|k)_[A-Za-z0-9]{40}[0-9a-f]{8}/y,
  check: check12,
  remedy: { rotate: "Roll it under My Profile, API Tokens, or Manage Account, Account API Tokens.", provider: "cloudflare" },
  reference: "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/",
  examples: (make) => ({
    positive: KINDS2.map((kind) => {
      const random = make.chars("A-Za-z0-9", 40);
      return kind + random + hex32(crc32(random));
    }),
    negative: [`cfut_${make.chars("A-Za-z0-9", 40)}`]
  })
};

// packages/checks/src/secrets/rules/confluent-api-secret.ts
var RANDOM = 54;
function sum3(random) {
  return encodeBase64(littleEndian(crc32(random))).slice(0, 6);
}
function check13({ value }) {
  const data = value.slice(4);
  return judgedSum(sum3(data.slice(0, RANDOM)) === data.slice(RANDOM), "the CRC-32 in its last six characters");
}
var confluentApiSecret = {
  id: "confluent-api-secret",
  title: "Confluent Cloud API secret",
  description: "An API secret of Confluent reads and writes topics, or administers the organisation, with its key id beside it.",
  severity: "critical",
  prefixes: ["cflt"],
  shape: /cflt[A-Za-z0-9+/]{60}/y,
  check: check13,
  remedy: { rotate: "Delete the key under API keys of the Confluent Cloud console, or with `confluent api-key delete`." },
  reference: "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
  examples: (make) => {
    const random = make.chars("A-Za-z0-9+/", RANDOM);
    return { positive: [`cflt${random}${sum3(random)}`], negative: [`cflt${random}`] };
  }
};

// packages/checks/src/secrets/proof/instant.ts
function instantOf(seconds) {
  if (typeof seconds !== "number" || !(seconds > 0 && seconds < 253402300800)) return void 0;
  return `${new Date(seconds * 1e3).toISOString().slice(0, 19)}Z`;
}

// packages/checks/src/secrets/rules/discord-bot-token.ts
var EPOCH = 14200704e5;
function check14({ value }) {
  const id = toText(decodeBase64(value.slice(0, value.indexOf("."))) ?? new Uint8Array());
  const made = /^\d{17,20}$/.test(id) ? instantOf(Math.floor((Number(BigInt(id) >> 22n) + EPOCH) / 1e3)) : void 0;
  return judgedForm(made && `begins with the id ${id} of a bot made ${made.slice(0, 10)}`, "does not begin with the id of a bot");
}
var discordBotToken = {
  id: "discord-bot-token",
  title: "Discord bot token",
  description: "The token of a bot reads and writes in every server that it was invited to.",
  severity: "high",
  // The first digit of the id, and half of its second.
  prefixes: ["MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"],
  shape: /[MNO][A-Za-z0-9]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}/y,
  check: check14,
  remedy: { rotate: "Reset it under Bot of the application in the Developer Portal." },
  reference: "https://docs.discord.com/developers/reference#authentication",
  examples: (make) => ({
    positive: [18, 19].map((digits2) => {
      const id = encodeBase64Url(toBytes(`1${make.chars("0-9", digits2 - 1)}`));
      return `${id}.${make.chars("A-Za-z0-9_", 6)}.${make.chars("A-Za-z0-9_", 38)}`;
    }),
    negative: [`MT${make.chars("A-Za-z0-9", 22)}.${make.chars("A-Za-z0-9", 6)}.${make.chars("A-Za-z0-9", 20)}`]
  })
};

// packages/checks/src/secrets/proof/big-number.ts
function bigOf(bytes) {
  if (bytes.length === 0) return 0n;
  let hex = "0x";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return BigInt(hex);
}
function bytesOf(value) {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  const padded = Number.parseInt(even.slice(0, 2), 16) < 128 ? even : `00${even}`;
  return Uint8Array.from({ length: padded.length / 2 }, (_, at) => Number.parseInt(padded.slice(at * 2, at * 2 + 2), 16));
}
function powerOf(base, exponent, modulus) {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = result * square % modulus;
    square = square * square % modulus;
  }
  return result;
}

// packages/checks/src/secrets/proof/der.ts
var INTEGER = 2;
var OCTETS = 4;
var OBJECT_ID = 6;
var SEQUENCE = 48;
function readDer(bytes) {
  const elements = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at];
    const first = bytes[at + 1];
    if (first === void 0) return void 0;
    const size = first < 128 ? 0 : first & 127;
    if (first >= 128 && (size < 1 || size > 3)) return void 0;
    let length = first < 128 ? first : 0;
    for (let place = 0; place < size; place++) length = length << 8 | (bytes[at + 2 + place] ?? 0);
    const start = at + 2 + size;
    if (start + length > bytes.length) return void 0;
    elements.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return elements;
}
function readSequence(bytes) {
  const elements = readDer(bytes);
  const only = elements?.[0];
  return elements?.length === 1 && only?.tag === SEQUENCE ? readDer(only.content) : void 0;
}
function der(tag, ...contents) {
  const content = joined(...contents);
  const length = bytesOf(BigInt(content.length));
  const head2 = content.length < 128 ? [content.length] : [128 | unpadded(length).length, ...unpadded(length)];
  return joined(Uint8Array.of(tag, ...head2), content);
}
function derInteger(value) {
  return der(INTEGER, bytesOf(value));
}
function unpadded(length) {
  return length[0] === 0 ? length.subarray(1) : length;
}

// packages/checks/src/secrets/proof/private-key.ts
var MAX_RSA_BYTES = 2049;
var MAX_DSA_BYTES = 513;
var MAX_EXPONENT_BYTES = 65;
var RSA = "*H÷\r";
var ELLIPTIC = "*HÎ=";
var DSA = "*HÎ8";
var BARE = {
  "+en": ["X25519", 32],
  "+eo": ["X448", 56],
  "+ep": ["Ed25519", 32],
  "+eq": ["Ed448", 57]
};
function readPrivateKey(bytes) {
  const parts = readSequence(bytes);
  if (!parts) return void 0;
  if (tagsOf(parts, INTEGER, SEQUENCE, OCTETS)) return readPkcs8(parts);
  if (tagsOf(parts, INTEGER, OCTETS)) return readElliptic(parts);
  const numbers = parts.every((part) => part.tag === INTEGER) ? parts.map((part) => part.content) : [];
  if (numbers.length === 9) return readRsa(numbers);
  return numbers.length === 6 ? readDsa(numbers) : void 0;
}
function isEncryptedKey(bytes) {
  const parts = readSequence(bytes);
  return parts?.length === 2 && tagsOf(parts, SEQUENCE, OCTETS);
}
function judgeRsa(modulus, p, q) {
  const sizes = modulus.length <= MAX_RSA_BYTES && p.length <= MAX_RSA_BYTES && q.length <= MAX_RSA_BYTES;
  const n = sizes ? bigOf(modulus) : 0n;
  return { kind: `RSA key of ${n.toString(2).length} bits`, holds: n > 0n && bigOf(p) * bigOf(q) === n };
}
function readPkcs8([, algorithm, octets]) {
  const oid = algorithm && readDer(algorithm.content)?.[0];
  if (oid?.tag !== OBJECT_ID || !octets) return void 0;
  const name = toText(oid.content);
  if (name === RSA || name === ELLIPTIC) return readPrivateKey(octets.content);
  if (name === DSA) return { kind: "DSA key", holds: octets.content[0] === INTEGER };
  const bare = BARE[name];
  if (!bare) return { kind: "private key of another algorithm", holds: octets.content.length > 2 };
  const [tag, length] = octets.content;
  return { kind: `${bare[0]} key`, holds: tag === OCTETS && length === bare[1] && octets.content.length === bare[1] + 2 };
}
function readElliptic([version, secret]) {
  if (version?.content[0] !== 1 || !secret) return void 0;
  const { length } = secret.content;
  return { kind: `elliptic curve key of ${length * 8} bits`, holds: length >= 16 && length <= 72 && bigOf(secret.content) > 0n };
}
function readRsa(numbers) {
  const [, modulus, , , p, q] = numbers;
  return judgeRsa(modulus, p, q);
}
function readDsa(numbers) {
  const [, p, , g, y, x] = numbers;
  const sizes = p.length <= MAX_DSA_BYTES && g.length <= MAX_DSA_BYTES && x.length <= MAX_EXPONENT_BYTES;
  const modulus = sizes ? bigOf(p) : 0n;
  const holds = modulus > 0n && powerOf(bigOf(g), bigOf(x), modulus) === bigOf(y);
  return { kind: `DSA key of ${modulus.toString(2).length} bits`, holds };
}
function tagsOf(parts, ...tags) {
  return tags.every((tag, at) => parts[at]?.tag === tag);
}

// packages/checks/src/secrets/proof/ssh-wire.ts
function readSsh(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const number = () => {
    if (at + 4 > bytes.length) return void 0;
    at += 4;
    return view.getUint32(at - 4);
  };
  const string = () => {
    const length = number();
    if (length === void 0 || at + length > bytes.length) return void 0;
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    number,
    string,
    strings(count) {
      const read2 = Array.from({ length: count }, string);
      return read2.every((part) => part !== void 0) ? read2 : void 0;
    }
  };
}
function sshNumber(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
function sshStrings(...strings) {
  const parts = strings.map((string) => typeof string === "string" ? toBytes(string) : string);
  return joined(...parts.flatMap((part) => [sshNumber(part.length), part]));
}

// packages/checks/src/secrets/proof/openssh-key.ts
var MAGIC = "openssh-key-v1\0";
function readOpenSshKey(bytes) {
  if (toText(bytes.subarray(0, MAGIC.length)) !== MAGIC) return void 0;
  const reader = readSsh(bytes.subarray(MAGIC.length));
  const [cipher, kdf, options] = reader.strings(3) ?? [];
  if (!cipher || !kdf || !options || reader.number() !== 1) return void 0;
  const name = toText(cipher);
  if (name !== "none") return { cipher: name };
  const [, hidden] = reader.strings(2) ?? [];
  if (!hidden) return void 0;
  const secret = readSsh(hidden);
  const check41 = secret.number();
  const again = secret.number();
  const type = secret.string();
  if (check41 === void 0 || !type) return void 0;
  const key = readNumbers(toText(type), secret);
  return { ...key, holds: check41 === again && key.holds };
}
function readNumbers(type, secret) {
  if (type === "ssh-rsa") {
    const [modulus, , , , p, q] = secret.strings(6) ?? [];
    return modulus && p && q ? judgeRsa(modulus, p, q) : { kind: "RSA key", holds: false };
  }
  if (type === "ssh-ed25519") {
    const [open, both] = secret.strings(2) ?? [];
    const holds = open?.length === 32 && both?.length === 64 && toText(both.subarray(32)) === toText(open);
    return { kind: "Ed25519 key", holds };
  }
  return { kind: `${type} key`, holds: secret.strings(2) !== void 0 };
}
function writeOpenSshKey(open, seed, check41, cipher = "none") {
  const type = "ssh-ed25519";
  const secret = joined(check41, check41, sshStrings(type, open, joined(seed, open), ""));
  const kdf = cipher === "none" ? "none" : "bcrypt";
  const head2 = joined(toBytes(MAGIC), sshStrings(cipher, kdf, cipher === "none" ? "" : sshStrings(check41, check41)), sshNumber(1));
  return joined(head2, sshStrings(sshStrings(type, open), secret));
}

// packages/checks/src/secrets/proof/pem.ts
function decodeArmor(value) {
  return decodeBase64(armorBody(value).replaceAll("=", ""));
}
function armorBody(value) {
  const lines = value.slice(0, value.lastIndexOf("-----END")).replace(/^-----BEGIN [A-Z ]{0,40}-----/, "").replaceAll(/\\+[rnt]/g, "\n").split("\n");
  const body = lines.filter((line) => !line.includes(": ")).join("");
  return body.replaceAll(/[^A-Za-z0-9+/=.]/g, "");
}
function encodeArmor(label, bytes, headers = "") {
  const body = encodeBase64(bytes).replaceAll(/(.{64})(?=.)/g, "$1\n");
  return `-----BEGIN ${label}-----
${headers}${body}
-----END ${label}-----`;
}

// packages/checks/src/secrets/rules/encrypted-private-key.ts
function check15({ value }) {
  const bytes = decodeArmor(value) ?? new Uint8Array();
  if (value.includes("DEK-Info")) return { evidence: "shape", why: `${bytes.length} bytes under a passphrase` };
  if (isEncryptedKey(bytes)) return { evidence: "shape", why: "a key of PKCS#8 under a passphrase" };
  const openssh = readOpenSshKey(bytes);
  if (openssh && "cipher" in openssh) return { evidence: "shape", why: `an OpenSSH key under ${openssh.cipher}` };
  return { evidence: "broken", why: "what stands between its lines is no key" };
}
var encryptedPrivateKey = {
  id: "encrypted-private-key",
  title: "private key under a passphrase",
  description: "A private key under a passphrase is as safe as the passphrase, which can be guessed without anybody noticing.",
  severity: "low",
  prefixes: [
    "-----BEGIN ENCRYPTED PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    "-----BEGIN EC PRIVATE KEY-----",
    "-----BEGIN DSA PRIVATE KEY-----",
    "-----BEGIN OPENSSH PRIVATE KEY-----"
  ],
  shape: /-----BEGIN (?:ENCRYPTED PRIVATE KEY-----|(?:RSA|EC|DSA) PRIVATE KEY-----[\s\\rn"']{1,40}Proc-Type: 4,ENCRYPTED[\s\\rn"']{1,40}DEK-Info: [A-Z0-9-]{5,30},|OPENSSH PRIVATE KEY-----[\s\\rn"',]{1,40}b3BlbnNzaC1rZXktdjEAAAAA(?!BG5vbmU))[A-Za-z0-9+/=\s\\"'`,.#*>|;]{40,20000}-----END (?:ENCRYPTED |RSA |EC |DSA |OPENSSH )PRIVATE KEY-----/y,
  check: check15,
  remedy: {
    rotate: "Take it out of the repository; make another key pair if the passphrase is short, shared, or in the repository too."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc7468#section-11",
  examples: (make) => {
    const pbes2 = der(
      SEQUENCE,
      der(OBJECT_ID, toBytes("*H÷\r\r")),
      der(SEQUENCE, derInteger(2048n))
    );
    const headers = `Proc-Type: 4,ENCRYPTED
DEK-Info: AES-256-CBC,${make.chars("0-9A-F", 32)}

`;
    return {
      positive: [
        encodeArmor("ENCRYPTED PRIVATE KEY", der(SEQUENCE, pbes2, der(OCTETS, make.bytes(96)))),
        encodeArmor("RSA PRIVATE KEY", make.bytes(96), headers),
        encodeArmor("OPENSSH PRIVATE KEY", writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(16), "aes256-ctr"))
      ],
      negative: [
        encodeArmor("RSA PRIVATE KEY", make.bytes(96)),
        encodeArmor("OPENSSH PRIVATE KEY", writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(4)))
      ]
    };
  }
};

// packages/checks/src/secrets/rules/entra-client-secret.ts
var BODY = "A-Za-z0-9._~-";
var entraClientSecret = {
  id: "entra-client-secret",
  title: "Microsoft Entra client secret",
  description: "A client secret lets its holder act as the application in the tenant, in Azure and in Microsoft 365; five characters stand before the sign where the value begins.",
  severity: "critical",
  // The value is recognised in its middle, so it is taken from there on.
  prefixes: Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-", (character) => `~${character}`),
  shape: /(?<=(?<![A-Za-z0-9._~-])[A-Za-z0-9._~-]{3}[0-9]Q)~[A-Za-z0-9._~-]{31,34}/y,
  remedy: {
    rotate: "Delete it under Certificates & secrets of the app registration, and add a federated credential.",
    provider: "azure"
  },
  reference: "https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials",
  examples: (make) => ({
    positive: ["7", "8", "9"].map(
      (digit) => `${make.chars("A-Za-z0-9", 3)}${digit}Q~${make.chars(BODY, 33)}${make.chars("A-Za-z0-9", 1)}`
    ),
    negative: [`${make.chars("A-Za-z0-9", 3)}8Q~${make.chars("A-Za-z0-9", 20)}`]
  })
};

// packages/checks/src/secrets/rules/fly-token.ts
var ARRAY_OF_FOUR = 148;
var LOCATION = "https://api.fly.io/";
function check16({ value }) {
  const bytes = decodeBase64(value.slice(value.indexOf("_") + 1));
  if (!bytes) return { evidence: "broken", why: "what stands behind the prefix is not base 64" };
  const holds = bytes[0] === ARRAY_OF_FOUR && toText(bytes).includes(LOCATION);
  return holds ? { evidence: "proven", why: "a macaroon of api.fly.io" } : { evidence: "shape", why: "base 64 behind the prefix of a macaroon" };
}
var flyToken = {
  id: "fly-token",
  title: "Fly.io access token",
  description: "An access token of Fly.io deploys to an app or administers an organisation.",
  severity: "critical",
  prefixes: ["fm1r_", "fm1a_", "fm2_"],
  shape: /fm(?:1r|1a|2)_[A-Za-z0-9+/]{80,2000}={0,2}/y,
  check: check16,
  remedy: { rotate: "Revoke it with `fly tokens revoke`." },
  reference: "https://fly.io/docs/security/tokens/",
  examples: (make) => {
    const location = `${LOCATION}v1`;
    const body = joined(
      Uint8Array.of(ARRAY_OF_FOUR, 147, 196, 16),
      make.bytes(16),
      Uint8Array.of(192, 194, 160 | location.length),
      toBytes(location)
    );
    const tail = joined(Uint8Array.of(144, 196, 32), make.bytes(32));
    return {
      positive: ["fm2_", "fm1r_"].map((prefix) => prefix + encodeBase64(joined(body, tail))),
      negative: [`fm2_${make.chars("A-Za-z0-9", 40)}`]
    };
  }
};

// packages/checks/src/secrets/proof/example-key.ts
function exampleRsaKey(make) {
  const { modulus, p, q, secret } = exampleRsaNumbers(make);
  const numbers = [0n, modulus, 65537n, secret, p, q, secret % p, secret % q, 3n];
  return der(SEQUENCE, ...numbers.map(derInteger));
}
function exampleRsaNumbers(make) {
  const odd = () => bigOf(Uint8Array.of(193, ...make.bytes(30), 15));
  const [p, q] = [odd(), odd()];
  return { modulus: p * q, p, q, secret: bigOf(make.bytes(62)) };
}

// packages/checks/src/secrets/proof/judged-key.ts
function judgePem({ value }) {
  const key = readPrivateKey(decodeArmor(value) ?? new Uint8Array());
  if (!key) return { evidence: "broken", why: "what stands between its lines is no private key" };
  return key.holds ? { evidence: "proven", why: `a whole ${key.kind}` } : { evidence: "broken", why: `${key.kind}, whose numbers do not belong together` };
}

// packages/checks/src/secrets/rules/gcp-service-account-key.ts
function check17(candidate) {
  const verdict = judgePem(candidate);
  const [, id] = /"private_key_id\\?"\s{0,8}:\s{0,8}\\?"([0-9a-f]{40})/.exec(candidate.before) ?? [];
  const [, account] = /"client_email\\?"\s{0,8}:\s{0,8}\\?"([a-z0-9.@-]{6,120})/.exec(candidate.after) ?? [];
  const named = [id && `id ${id.slice(0, 8)}…`, account].filter(Boolean).join(" of ");
  return named ? { ...verdict, why: `${verdict.why}, ${named}` } : verdict;
}
var gcpServiceAccountKey = {
  id: "gcp-service-account-key",
  title: "Google Cloud service account key",
  description: "A key of a service account acts as that account in Google Cloud until somebody deletes it.",
  severity: "critical",
  prefixes: ["-----BEGIN PRIVATE KEY-----"],
  shape: /-----BEGIN PRIVATE KEY-----[A-Za-z0-9+/=\s\\]{40,20000}-----END PRIVATE KEY-----/y,
  check: check17,
  near: ["private_key_id"],
  remedy: {
    rotate: "Delete the key with `gcloud iam service-accounts keys delete`, and let the job federate its identity.",
    provider: "gcp"
  },
  reference: "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys",
  examples: (make) => {
    const algorithm = der(SEQUENCE, der(OBJECT_ID, toBytes("*H÷\r")), Uint8Array.of(5, 0));
    const key = encodeArmor("PRIVATE KEY", der(SEQUENCE, derInteger(0n), algorithm, der(OCTETS, exampleRsaKey(make))));
    const email = `ci@${make.chars("a-z", 8)}.iam.gserviceaccount.com`;
    const object = {
      type: "service_account",
      project_id: "acme",
      private_key_id: make.chars("0-9a-f", 40),
      private_key: `${key}
`,
      client_email: email
    };
    return {
      positive: [JSON.stringify(object), JSON.stringify(object, null, 2)],
      negative: [JSON.stringify({ ...object, private_key: "" })]
    };
  }
};

// packages/checks/src/secrets/rules/github-fine-grained-token.ts
var githubFineGrainedToken = {
  id: "github-fine-grained-token",
  title: "GitHub fine-grained personal access token",
  description: "A fine-grained token reads or changes the repositories that it was made for, as its owner.",
  severity: "critical",
  prefixes: ["github_pat_"],
  shape: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/y,
  remedy: { rotate: "Delete it under Settings, Developer settings, Fine-grained tokens.", provider: "github" },
  reference: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens",
  examples: (make) => ({
    positive: [`github_pat_${make.chars("A-Za-z0-9", 22)}_${make.chars("A-Za-z0-9", 59)}`],
    negative: [`github_pat_${make.chars("A-Za-z0-9", 22)}_${make.chars("A-Za-z0-9", 58)}`]
  })
};

// packages/checks/src/secrets/proof/json.ts
function readJson(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function readBase64Json(text) {
  const bytes = decodeBase64(text);
  return bytes && readJson(toText(bytes));
}
function textOf(object, member2) {
  const value = object[member2];
  return typeof value === "string" ? value : void 0;
}
function hasTexts(object, ...members2) {
  return members2.every((member2) => textOf(object, member2));
}

// packages/checks/src/secrets/proof/jwt.ts
function readJwt(text) {
  const parts = text.split(".");
  if (parts.length !== 3) return void 0;
  const header = readBase64Json(parts[0]);
  const claims = readBase64Json(parts[1]);
  return header && claims && textOf(header, "alg") ? { header, claims } : void 0;
}
function writeJwt(claims, signature, alg = "HS256") {
  const part = (object) => encodeBase64Url(toBytes(JSON.stringify(object)));
  return `${part({ alg, typ: "JWT" })}.${part(claims)}.${encodeBase64Url(signature)}`;
}

// packages/checks/src/secrets/rules/github-installation-token.ts
function check18({ value }) {
  const [, app, token = ""] = /^ghs_(\d{1,12})_(.{1,9000})$/.exec(value) ?? [];
  return judgedForm(
    readJwt(token) && `a token of app ${app} with readable header and claims`,
    "what stands behind the app is no JSON Web Token"
  );
}
var githubInstallationToken = {
  id: "github-installation-token",
  title: "GitHub App installation token",
  description: "An installation token of a GitHub App acts as the app on the repositories where it is installed, for an hour.",
  severity: "high",
  prefixes: ["ghs_"],
  shape: /ghs_\d{1,12}_eyJ[A-Za-z0-9_-]{10,600}\.[A-Za-z0-9_-]{20,4000}\.[A-Za-z0-9_-]{20,1400}/y,
  check: check18,
  remedy: {
    rotate: "Revoke it with `DELETE /installation/token`, or wait for the hour to pass, and find out what printed it.",
    provider: "github"
  },
  reference: "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app",
  examples: (make) => ({
    positive: [
      `ghs_${make.chars("1-9", 6)}_${writeJwt({ iss: make.chars("1-9", 6), exp: 179e7 }, make.bytes(256), "RS256")}`
    ],
    negative: [`ghs_${make.chars("1-9", 6)}_${make.chars("A-Za-z0-9", 60)}`]
  })
};

// packages/checks/src/secrets/rules/github-token.ts
var KINDS3 = ["ghp_", "gho_", "ghu_", "ghr_", "ghs_"];
var RANDOM2 = 30;
function check19({ value }) {
  const data = value.slice(4);
  return judgedSum(base62(crc32(data.slice(0, RANDOM2)), 6) === data.slice(RANDOM2), "the CRC-32 in its last six characters");
}
var githubToken = {
  id: "github-token",
  title: "GitHub token",
  description: "A personal, OAuth, user, refresh or installation token of GitHub reads and changes what its owner can.",
  severity: "critical",
  prefixes: KINDS3,
  shape: /gh[pours]_[A-Za-z0-9]{36}/y,
  check: check19,
  remedy: {
    rotate: "Delete it under Settings, Developer settings, Personal access tokens, or revoke the authorisation of the app that it belongs to.",
    provider: "github"
  },
  reference: "https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/",
  examples: (make) => ({
    positive: KINDS3.map((kind) => {
      const random = make.chars("A-Za-z0-9", RANDOM2);
      return kind + random + base62(crc32(random), 6);
    }),
    negative: [
      `ghp_${make.chars("A-Za-z0-9", 35)}`,
      `ghp_${make.chars("A-Za-z0-9", 37)}`,
      `ghp_${make.chars("A-Za-z0-9", 18)}-${make.chars("A-Za-z0-9", 17)}`
    ]
  })
};

// packages/checks/src/secrets/rules/gitlab-legacy-token.ts
var gitlabLegacyToken = {
  id: "gitlab-legacy-token",
  title: "GitLab token (older form)",
  description: "A personal, deploy, runner, trigger, job, feed, mail, agent or application secret of GitLab acts as what it was made for.",
  severity: "critical",
  prefixes: [
    "glpat-",
    "gldt-",
    "glptt-",
    "glcbt-",
    "glsoat-",
    "glft-",
    "glimt-",
    "glagent-",
    "gloas-",
    "glffct-",
    "glrt-",
    "GR1348941"
  ],
  shape: /(?:gl(?:pat|dt|soat|ft|ffct|rt)-[A-Za-z0-9_-]{20}|glptt-[0-9a-f]{40}|glcbt-[0-9a-zA-Z]{1,5}_[A-Za-z0-9_-]{20}|glimt-[A-Za-z0-9_-]{25}|glagent-[A-Za-z0-9_-]{50}|gloas-[A-Za-z0-9_-]{64}|GR1348941[A-Za-z0-9_-]{20})/y,
  remedy: {
    rotate: "Revoke it under Access tokens of the user, project or group whose it is, or register the runner, agent or application again."
  },
  reference: "https://docs.gitlab.com/security/tokens/#token-prefixes",
  examples: (make) => ({
    positive: [
      ...["glpat-", "gldt-", "glsoat-", "glft-", "glffct-", "glrt-", "GR1348941"].map(
        (prefix) => prefix + make.chars("A-Za-z0-9_", 20)
      ),
      `glptt-${make.chars("0-9a-f", 40)}`,
      `glcbt-${make.chars("0-9a-f", 2)}_${make.chars("A-Za-z0-9", 20)}`,
      `glimt-${make.chars("A-Za-z0-9", 25)}`,
      `glagent-${make.chars("A-Za-z0-9_", 50)}`,
      `gloas-${make.chars("0-9a-f", 64)}`
    ],
    negative: [
      `glpat-${make.chars("A-Za-z0-9_", 19)}`,
      `glpat-${make.chars("A-Za-z0-9_", 21)}`,
      `glptt-${make.chars("0-9a-f", 39)}`
    ]
  })
};

// packages/checks/src/secrets/rules/gitlab-routable-token.ts
var SUM = 7;
var OWNERS = { o: "organisation", g: "group", p: "project", u: "user" };
function check20({ value }) {
  const [, body = "", length = ""] = /^gl[a-z]{2,5}-(?:t\d_)?([A-Za-z0-9_-]{27,300})\.(?:[0-9a-z]{2}\.)?([0-9a-z]{2})[0-9a-z]{7}$/.exec(value) ?? [];
  const covered = value.slice(0, -SUM);
  if (sum4(covered) !== value.slice(-SUM))
    return { evidence: "broken", why: "the CRC-32 in its last seven characters does not hold" };
  if (Number.parseInt(length, 36) !== body.length) return { evidence: "broken", why: "the length that it states is not its own" };
  return { evidence: "proven", why: ["the CRC-32 in its last seven characters holds", ...owners(body)].join("; ") };
}
function owners(body) {
  const payload = toText(decodeBase64(body) ?? new Uint8Array());
  return [...payload.matchAll(/(?:^|\n)([gopu]):([0-9a-z]{1,10})(?=\n)/g)].map(
    ([, member2 = "", id = ""]) => `${OWNERS[member2]} ${Number.parseInt(id, 36)}`
  );
}
function sum4(covered) {
  return crc32(covered).toString(36).padStart(SUM, "0");
}
function write2(make, prefix, version) {
  const body = encodeBase64Url(joined(toBytes(`o:1
u:${make.chars("1-9", 4)}
`), make.bytes(16), Uint8Array.of(16)));
  const covered = `${prefix}${body}.${version}${body.length.toString(36).padStart(2, "0")}`;
  return covered + sum4(covered);
}
var gitlabRoutableToken = {
  id: "gitlab-routable-token",
  title: "GitLab token",
  description: "A token of GitLab reads or changes what its owner, project or group can.",
  severity: "critical",
  prefixes: ["glpat-", "glrt-", "gldt-", "glptt-", "glcbt-", "glsoat-", "glft-", "gloas-"],
  shape: /gl(?:pat|rt|dt|ptt|cbt|soat|ft|oas)-[A-Za-z0-9_-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}/y,
  check: check20,
  remedy: { rotate: "Revoke it under Access tokens of the user, project or group whose it is." },
  reference: "https://docs.gitlab.com/security/tokens/",
  examples: (make) => ({
    positive: [
      write2(make, "glpat-", ""),
      write2(make, "glpat-", "01."),
      write2(make, "glrt-t3_", "01."),
      write2(make, "gldt-", "01.")
    ],
    negative: [`glpat-${make.chars("A-Za-z0-9_", 27)}`, `glpat-${make.chars("A-Za-z0-9_", 27)}.${make.chars("0-9a-z", 5)}`]
  })
};

// packages/checks/src/secrets/rules/grafana-cloud-token.ts
function check21({ value }) {
  const object = readBase64Json(value.slice(4));
  const read2 = object && hasTexts(object, "o", "n", "k") ? `names organisation ${textOf(object, "o")} and holds a key` : void 0;
  return judgedForm(read2, "does not decode to organisation, name and key");
}
var grafanaCloudToken = {
  id: "grafana-cloud-token",
  title: "Grafana Cloud access policy token",
  description: "An access policy token reads or writes metrics, logs and traces of a stack of Grafana Cloud.",
  severity: "high",
  prefixes: ["glc_eyJ"],
  shape: /glc_eyJ[A-Za-z0-9+/_-]{40,500}={0,2}/y,
  check: check21,
  remedy: { rotate: "Delete it under Security, Access policies of the Cloud portal." },
  reference: "https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/",
  examples: (make) => {
    const object = { o: make.chars("1-9", 6), n: "collector", k: make.chars("A-Za-z0-9", 24), m: { r: "eu" } };
    return {
      positive: [`glc_${encodeBase64(toBytes(JSON.stringify(object)))}`],
      negative: [`glc_eyJ${make.chars("A-Za-z0-9", 20)}`]
    };
  }
};

// packages/checks/src/secrets/rules/grafana-legacy-api-key.ts
function check22({ value }) {
  const object = readBase64Json(value);
  const read2 = object && hasTexts(object, "k", "n") && typeof object.id === "number" ? `a key with the name ${JSON.stringify(textOf(object, "n"))}` : void 0;
  return judgedForm(read2, "does not decode to key, name and id");
}
var grafanaLegacyApiKey = {
  id: "grafana-legacy-api-key",
  title: "Grafana API key",
  description: "An API key of the older kind reads or changes a Grafana within its role.",
  severity: "high",
  prefixes: ["eyJrIjoi"],
  shape: /eyJrIjoi[A-Za-z0-9+/]{50,300}={0,2}/y,
  check: check22,
  remedy: { rotate: "Delete the key, or the service account that it was migrated to, under Administration, Service accounts." },
  reference: "https://grafana.com/docs/grafana/latest/administration/service-accounts/migrate-api-keys/",
  examples: (make) => {
    const object = { k: make.chars("A-Za-z0-9", 32), n: "ci", id: 1 };
    return { positive: [encodeBase64(toBytes(JSON.stringify(object)))], negative: [`eyJrIjoi${make.chars("A-Za-z0-9", 30)}`] };
  }
};

// packages/checks/src/secrets/rules/grafana-service-account-token.ts
function check23({ value }) {
  return judgedSum(hex32Reversed(crc32(value.slice(0, -9))) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var grafanaServiceAccountToken = {
  id: "grafana-service-account-token",
  title: "Grafana service account token",
  description: "A token of a service account reads or changes dashboards, data sources and alerts of a Grafana.",
  severity: "high",
  prefixes: ["glsa_"],
  shape: /glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}/y,
  check: check23,
  remedy: { rotate: "Delete it under Administration, Service accounts." },
  reference: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
  examples: (make) => {
    const covered = `glsa_${make.chars("A-Za-z0-9", 32)}`;
    return {
      positive: [`${covered}_${hex32Reversed(crc32(covered))}`],
      negative: [covered, `${covered}_${make.chars("0-9a-f", 7)}`]
    };
  }
};

// packages/checks/src/secrets/rules/jfrog-api-key.ts
var LENGTH2 = 54;
function check24({ value }) {
  return decodeBase58(value)?.length === LENGTH2 ? { evidence: "shape", why: "base 58 of 54 bytes" } : { evidence: "broken", why: "not base 58 of 54 bytes" };
}
var jfrogApiKey = {
  id: "jfrog-api-key",
  title: "JFrog API key",
  description: "An API key of Artifactory reads or publishes artifacts as its owner.",
  severity: "critical",
  prefixes: ["AKCp"],
  shape: /AKCp[A-Za-z0-9]{69}/y,
  check: check24,
  remedy: {
    rotate: "Revoke it in the profile of its user, or with `DELETE /api/security/apiKey`; such keys are at their end and access tokens take their place.",
    provider: "jfrog"
  },
  reference: "https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile",
  examples: (make) => ({
    positive: [`AKCp${make.chars("1-9A-HJ-NP-Za-km-z", 69)}`],
    negative: [`AKCp${make.chars("1-9A-H", 60)}`]
  })
};

// packages/checks/src/secrets/rules/jfrog-reference-token.ts
function check25({ value }) {
  const [, expiry] = /^reftkn:01:(\d{10}):[A-Za-z0-9]{10,40}$/.exec(toText(decodeBase64(value) ?? new Uint8Array())) ?? [];
  const end = instantOf(Number(expiry)) ?? "never";
  return judgedForm(expiry && `a reference token that expires ${end}`, "does not decode to a reference token");
}
var jfrogReferenceToken = {
  id: "jfrog-reference-token",
  title: "JFrog reference token",
  description: "A reference token of JFrog reads or publishes artifacts as its owner.",
  severity: "critical",
  prefixes: ["cmVmdGtu"],
  shape: /cmVmdGtuOjAxO[A-Za-z0-9+/]{51}/y,
  check: check25,
  remedy: { rotate: "Revoke it under Administration, User Management, Access Tokens.", provider: "jfrog" },
  reference: "https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-tokens",
  examples: (make) => ({
    positive: ["1790000000", "0000000000"].map(
      (expiry) => encodeBase64(toBytes(`reftkn:01:${expiry}:${make.chars("A-Za-z0-9", 27)}`))
    ),
    negative: [`cmVmdGtuOjAxO${make.chars("A-Za-z0-9", 40)}`]
  })
};

// packages/checks/src/secrets/rules/json-web-token.ts
function check26({ value }) {
  const token = readJwt(value);
  if (!token) return { evidence: "broken", why: "its parts do not decode to a header with an algorithm and claims" };
  const { claims } = token;
  const issuer = textOf(claims, "iss");
  const role = textOf(claims, "role");
  if (role === "anon" && issuer?.startsWith("supabase"))
    return { evidence: "public", why: "the anonymous key of Supabase, made to be shipped in pages" };
  const end = instantOf(claims.exp);
  const parts = [issuer && `issued by ${issuer}`, role && `role \`${role}\``, end ? `until ${end}` : "without an expiry"];
  return { evidence: "proven", why: `a readable token, ${parts.filter(Boolean).join(", ")}` };
}
var jsonWebToken = {
  id: "json-web-token",
  title: "JSON Web Token",
  description: "A JSON Web Token is accepted by whoever trusts its issuer, until it expires.",
  severity: "medium",
  prefixes: ["eyJ"],
  shape: /eyJ[A-Za-z0-9_-]{10,600}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1400}/y,
  check: check26,
  remedy: {
    rotate: "Revoke it at its issuer, or wait for its expiry; a token without one ends only with the key that signed it."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc7519",
  examples: (make) => {
    const token = writeJwt({ iss: "https://issuer.acme.dev", sub: make.chars("a-z", 8), exp: 179e7 }, make.bytes(32));
    return {
      positive: [token, writeJwt({ sub: make.chars("a-z", 8) }, make.bytes(256), "RS256")],
      negative: [token.slice(0, token.lastIndexOf(".")), `eyJ${make.chars("A-Za-z0-9", 60)}`]
    };
  }
};

// packages/checks/src/secrets/rules/jwk-private-key.ts
var CURVES = {
  "P-256": 32,
  secp256k1: 32,
  "P-384": 48,
  "P-521": 66,
  Ed25519: 32,
  Ed448: 57,
  X25519: 32,
  X448: 56
};
function check27({ value, before, after }) {
  const text = before.slice(before.lastIndexOf("{") + 1) + value + after.slice(0, Math.max(0, after.indexOf("}")));
  const kind = member(text, "kty");
  const length = (name) => decodeBase64(member(text, name) ?? "")?.length ?? 0;
  if (kind === "oct")
    return length("k") >= 16 ? { evidence: "proven", why: `a symmetric key of ${length("k") * 8} bits` } : { evidence: "broken", why: "a symmetric key that is too short" };
  const curve = member(text, "crv") ?? "";
  const wanted = CURVES[curve];
  if (kind !== "RSA" && wanted !== void 0)
    return length("d") === wanted ? { evidence: "proven", why: `a whole ${curve} key` } : { evidence: "broken", why: `a ${curve} key of the wrong length` };
  const whole = kind === "RSA" && length("d") >= 60 && (length("n") === 0 || length("d") <= length("n"));
  return whole ? { evidence: "proven", why: "an RSA key with its secret exponent" } : { evidence: "broken", why: "its members do not belong together" };
}
function member(text, name) {
  return new RegExp(`"${name}"\\s{0,8}:\\s{0,8}"([\\w-]{1,2800})"`).exec(text)?.[1];
}
var jwkPrivateKey = {
  id: "jwk-private-key",
  title: "private JSON Web Key",
  description: "A JSON Web Key with its secret member signs or decrypts as whoever publishes its public half.",
  severity: "critical",
  prefixes: ['"kty"', '"d"'],
  // Sorted members have the secret first.
  shape: /"(?:kty"\s{0,8}:\s{0,8}"(?:RSA|EC|OKP|oct)"[^{}]{1,1600}?"[dk]"\s{0,8}:\s{0,8}"[A-Za-z0-9_-]{16,1400}"|d"\s{0,8}:\s{0,8}"[A-Za-z0-9_-]{40,1400}"[^{}]{1,2600}?"kty"\s{0,8}:\s{0,8}"(?:RSA|EC|OKP)")/y,
  check: check27,
  remedy: { rotate: "Make another key, publish its public half beside the old one, sign with it, and take the old one away." },
  reference: "https://www.rfc-editor.org/rfc/rfc7517#section-9.3",
  examples: (make) => {
    const { modulus, secret } = exampleRsaNumbers(make);
    const [n, d] = [encodeBase64Url(bytesOf(modulus)), encodeBase64Url(bytesOf(secret))];
    const point = { x: encodeBase64Url(make.bytes(32)), y: encodeBase64Url(make.bytes(32)) };
    const curve = encodeBase64Url(make.bytes(32));
    const write4 = (key) => JSON.stringify(key);
    return {
      positive: [
        write4({ kty: "RSA", n, e: "AQAB", d }),
        write4({ d, e: "AQAB", kty: "RSA", n }),
        write4({ kty: "EC", crv: "P-256", ...point, d: curve }),
        write4({ crv: "Ed25519", d: curve, kty: "OKP", x: point.x }),
        write4({ kty: "oct", k: curve })
      ],
      negative: [write4({ kty: "RSA", n, e: "AQAB" }), write4({ kty: "EC", crv: "P-256", ...point })]
    };
  }
};

// packages/checks/src/secrets/rules/kubernetes-service-account-token.ts
var ACCOUNT = "kubernetes.io/serviceaccount/service-account.name";
var kubernetesServiceAccountTokenSPACE = "kubernetes.io/serviceaccount/namespace";
function check28({ value }) {
  const claims = readJwt(value)?.claims;
  const read2 = claims?.[ACCOUNT] ? `account ${String(claims[ACCOUNT])} in ${String(claims[kubernetesServiceAccountTokenSPACE])}, until ${instantOf(claims.exp) ?? "never"}` : void 0;
  return judgedForm(read2, "does not decode to a token of a service account");
}
var kubernetesServiceAccountToken = {
  id: "kubernetes-service-account-token",
  title: "Kubernetes service account token",
  description: "A token of a service account that was kept in a secret acts in its cluster until somebody deletes that secret.",
  severity: "critical",
  prefixes: ["eyJhbGciOiJSUzI1NiIs"],
  shape: /eyJhbGciOiJSUzI1NiIs[A-Za-z0-9_-]{4,200}\.eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50I[A-Za-z0-9_-]{50,2000}\.[A-Za-z0-9_-]{300,700}/y,
  check: check28,
  remedy: {
    rotate: "Delete the secret that holds it, which ends the token, and let the job ask for a bound one.",
    provider: "kubernetes"
  },
  reference: "https://kubernetes.io/docs/concepts/security/service-accounts/#authenticating-credentials",
  examples: (make) => {
    const claims = {
      iss: "kubernetes/serviceaccount",
      [kubernetesServiceAccountTokenSPACE]: "default",
      [ACCOUNT]: make.chars("a-z", 8),
      sub: "system:serviceaccount:default:ci"
    };
    const token = writeJwt(claims, make.bytes(256), "RS256");
    return {
      positive: [token],
      negative: [token.slice(0, 200), writeJwt({ ...claims, iss: "https://kubernetes.default.svc" }, make.bytes(256), "RS256")]
    };
  }
};

// packages/checks/src/secrets/rules/mapbox-token.ts
function check29({ value }) {
  const object = readBase64Json(value.split(".")[1] ?? "");
  const user = object && hasTexts(object, "u", "a") ? textOf(object, "u") : void 0;
  if (value.startsWith("pk")) return { evidence: "public", why: "a public token, made to be shipped in pages and apps" };
  return judgedForm(user && `a secret token of user ${user}`, "does not decode to a user and a key");
}
var mapboxToken = {
  id: "mapbox-token",
  title: "Mapbox secret token",
  description: "A secret token of Mapbox changes styles, data sets and tokens of its account.",
  severity: "high",
  prefixes: ["sk.eyJ", "tk.eyJ", "pk.eyJ"],
  shape: /[spt]k\.eyJ1Ijoi[A-Za-z0-9_-]{30,200}\.[A-Za-z0-9_-]{22}/y,
  check: check29,
  remedy: { rotate: "Delete it under Access tokens of the account." },
  reference: "https://docs.mapbox.com/accounts/guides/tokens/",
  examples: (make) => {
    const body = encodeBase64Url(toBytes(JSON.stringify({ u: "acme", a: make.chars("a-z0-9", 25) })));
    return {
      positive: [`sk.${body}.${make.chars("A-Za-z0-9_", 22)}`, `pk.${body}.${make.chars("A-Za-z0-9_", 22)}`],
      negative: [`sk.${body}.${make.chars("A-Za-z0-9", 10)}`]
    };
  }
};

// packages/checks/src/secrets/proof/crc16.ts
function crc16(bytes) {
  let rest = 0;
  for (const byte of bytes) {
    rest ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) rest = rest & 32768 ? (rest << 1 ^ 4129) & 65535 : rest << 1;
  }
  return rest;
}
function endsInCrc16(bytes) {
  const [low = 0, high = 0] = bytes.subarray(-2);
  return bytes.length > 2 && crc16(bytes.subarray(0, -2)) === (high << 8 | low);
}
function withCrc16(bytes) {
  const sum5 = crc16(bytes);
  return Uint8Array.of(...bytes, sum5 & 255, sum5 >>> 8);
}

// packages/checks/src/secrets/rules/nats-seed.ts
var KINDS4 = {
  A: "an account",
  C: "a cluster",
  N: "a server",
  O: "an operator",
  U: "a user",
  X: "a curve key"
};
var SEED = 18 << 3;
function check30({ value }) {
  return judgedSum(
    endsInCrc16(decodeBase32(value) ?? new Uint8Array()),
    `seed of ${KINDS4[value[1]]}: the CRC-16 at the end`
  );
}
var natsSeed = {
  id: "nats-seed",
  title: "NATS seed",
  description: "The seed of a NATS key signs as its user, account, server or operator.",
  severity: "critical",
  prefixes: Object.keys(KINDS4).map((letter) => `S${letter}`),
  shape: /S[ACNOUX][A-Z2-7]{56}/y,
  check: check30,
  remedy: { rotate: "Make another key with `nsc generate nkey`, and revoke the old one with `nsc revocations`." },
  reference: "https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth",
  examples: (make) => ({
    positive: [0, 2, 13, 14, 20, 23].map(
      (kind) => encodeBase32(withCrc16(joined(Uint8Array.of(SEED | kind >> 2, (kind & 3) << 6), make.bytes(32))))
    ),
    negative: [`SU${make.chars("A-Z2-7", 55)}`, `U${make.chars("A-Z2-7", 57)}`]
  })
};

// packages/checks/src/secrets/rules/npm-access-token.ts
var RANDOM3 = 30;
function check31({ value }) {
  const data = value.slice(4);
  return judgedSum(base62(crc32(data.slice(0, RANDOM3)), 6) === data.slice(RANDOM3), "the CRC-32 in its last six characters");
}
var npmAccessToken = {
  id: "npm-access-token",
  title: "npm access token",
  description: "An access token of npm publishes packages, or reads private ones, as its owner.",
  severity: "critical",
  prefixes: ["npm_"],
  shape: /npm_[A-Za-z0-9]{36}/y,
  check: check31,
  remedy: {
    rotate: "Delete it under Access Tokens on npmjs.com, or with `npm token revoke`, and publish by trusted publishing.",
    provider: "npm"
  },
  reference: "https://docs.npmjs.com/about-access-tokens",
  examples: (make) => {
    const random = make.chars("A-Za-z0-9", RANDOM3);
    return {
      positive: [`npm_${random}${base62(crc32(random), 6)}`],
      negative: [`npm_${random}`, `npm_${make.chars("a-z", 20)}_${make.chars("a-z", 15)}`]
    };
  }
};

// packages/checks/src/secrets/rules/onepassword-service-account-token.ts
function check32({ value }) {
  const object = readBase64Json(value.slice(4));
  const read2 = object && hasTexts(object, "signInAddress", "secretKey") ? `a service account at ${textOf(object, "signInAddress")}` : void 0;
  return judgedForm(read2, "does not decode to an address and a key");
}
var onepasswordServiceAccountToken = {
  id: "onepassword-service-account-token",
  title: "1Password service account token",
  description: "A token of a service account reads every item of the vaults that it was given.",
  severity: "critical",
  prefixes: ["ops_eyJ"],
  shape: /ops_eyJ[A-Za-z0-9_-]{200,3000}={0,2}/y,
  check: check32,
  remedy: { rotate: "Revoke it under Developer, Service Accounts on 1Password.com, and change what it could read." },
  reference: "https://developer.1password.com/docs/service-accounts/security/",
  examples: (make) => {
    const object = {
      signInAddress: "acme.1password.com",
      userAuth: { method: "SRPg-4096", iterations: 65e4 },
      email: `${make.chars("a-z2-7", 13)}@1passwordserviceaccounts.com`,
      secretKey: `A3-${make.chars("A-Z2-9", 30)}`,
      muk: make.chars("A-Za-z0-9_", 43),
      deviceUuid: make.chars("a-z2-7", 26)
    };
    return {
      positive: [`ops_${encodeBase64Url(toBytes(JSON.stringify(object)))}`],
      negative: [`ops_eyJ${make.chars("A-Za-z0-9", 60)}`]
    };
  }
};

// packages/checks/src/secrets/rules/openssh-private-key.ts
function check33({ value }) {
  const key = readOpenSshKey(decodeArmor(value) ?? new Uint8Array());
  if (!key || "cipher" in key) return { evidence: "broken", why: "what stands between its lines is no key of OpenSSH" };
  return key.holds ? { evidence: "proven", why: `a whole ${key.kind}` } : { evidence: "broken", why: `${key.kind}, whose parts do not belong together` };
}
var opensshPrivateKey = {
  id: "openssh-private-key",
  title: "OpenSSH private key",
  description: "A private key of OpenSSH without a passphrase logs in wherever its public half is authorised.",
  severity: "critical",
  prefixes: ["-----BEGIN OPENSSH PRIVATE KEY-----"],
  // The first letters say that there is no cipher.
  shape: /-----BEGIN OPENSSH PRIVATE KEY-----[\s\\rn"',]{1,40}b3BlbnNzaC1rZXktdjEAAAAABG5vbmU[A-Za-z0-9+/=\s\\"'`,.#*>|;]{80,20000}-----END OPENSSH PRIVATE KEY-----/y,
  check: check33,
  remedy: { rotate: "Make another key pair, and take the public half out of every `authorized_keys`, deploy key and account." },
  reference: "https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key",
  examples: (make) => {
    const key = encodeArmor("OPENSSH PRIVATE KEY", writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(4)));
    return { positive: [key, key.replaceAll("\n", "\\n")], negative: [encodeArmor("OPENSSH PRIVATE KEY", make.bytes(200))] };
  }
};

// packages/checks/src/secrets/proof/crc24.ts
function crc24(bytes) {
  let rest = 11994318;
  for (const byte of bytes) {
    rest ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) rest = rest & 8388608 ? (rest << 1 ^ 25578747) & 16777215 : rest << 1;
  }
  return rest;
}

// packages/checks/src/secrets/proof/pgp-key.ts
var SECRET_KEY_PACKET = 5;
var NUMBERS = { 1: 2, 2: 2, 3: 2, 16: 3, 17: 4 };
var ELLIPTIC2 = [18, 19, 22];
var ECDH = 18;
var OLD_LENGTHS = [1, 2, 4, 0];
function readPgpKey(value) {
  const [, data = "", sum5] = /^([A-Za-z0-9+/]{0,200000}={0,2}?)(?:=([A-Za-z0-9+/]{4}))?$/.exec(armorBody(value)) ?? [];
  const bytes = decodeBase64(data);
  if (!bytes || bytes.length < 20) return void 0;
  const packet = firstPacket(bytes);
  const locked = packet && isLocked(packet.body);
  return {
    secret: packet?.tag === SECRET_KEY_PACKET,
    ...sum5 === void 0 ? {} : { sum: encodedSum(bytes) === sum5 },
    ...locked === void 0 ? {} : { locked }
  };
}
function writePgpBody(modulus, locked, rest) {
  const numbers = [modulus, 65537n].map((number) => {
    const bytes = bytesOf(number);
    const bits = number.toString(2).length;
    return joined(Uint8Array.of(bits >>> 8, bits & 255), bytes[0] === 0 ? bytes.subarray(1) : bytes);
  });
  const body = joined(Uint8Array.of(4, 95, 0, 0, 0, 1), ...numbers, Uint8Array.of(locked ? 254 : 0), rest);
  const packet = joined(Uint8Array.of(149, body.length >>> 8, body.length & 255), body);
  return `${encodeBase64(packet)}
=${encodedSum(packet)}`;
}
function encodedSum(bytes) {
  const sum5 = crc24(bytes);
  return encodeBase64(Uint8Array.of(sum5 >>> 16, sum5 >>> 8 & 255, sum5 & 255));
}
function firstPacket(bytes) {
  const [head2 = 0, first = 0] = bytes;
  if (head2 < 128) return void 0;
  if (head2 & 64) return { tag: head2 & 63, body: bytes.subarray(first < 192 ? 2 : first === 255 ? 6 : 3) };
  return { tag: head2 >>> 2 & 15, body: bytes.subarray(1 + (OLD_LENGTHS[head2 & 3] ?? 0)) };
}
function isLocked(body) {
  if (body[0] !== 4) return void 0;
  const algorithm = body[5];
  let at = 6;
  if (ELLIPTIC2.includes(algorithm)) at += 1 + (body[at] ?? 0);
  const numbers = ELLIPTIC2.includes(algorithm) ? 1 : NUMBERS[algorithm];
  if (numbers === void 0) return void 0;
  for (let number = 0; number < numbers; number++) {
    const bits = (body[at] ?? 0) << 8 | (body[at + 1] ?? 0);
    at += 2 + Math.ceil(bits / 8);
  }
  if (algorithm === ECDH) at += 1 + (body[at] ?? 0);
  const usage = body[at];
  return usage === void 0 ? void 0 : usage !== 0;
}

// packages/checks/src/secrets/rules/pgp-private-key.ts
var LABEL = "PGP PRIVATE KEY BLOCK";
function check34({ value }) {
  const key = readPgpKey(value);
  if (!key?.secret) return { evidence: "broken", why: "does not begin with a packet of a secret key" };
  if (key.sum === false) return { evidence: "broken", why: "the CRC-24 at the end does not hold" };
  if (key.locked) return { evidence: "shape", why: "a secret key under a passphrase" };
  const open = key.locked === false ? " without a passphrase" : "";
  return { evidence: "proven", why: `a packet of a secret key${open}${key.sum ? ", and the CRC-24 at the end holds" : ""}` };
}
var pgpPrivateKey = {
  id: "pgp-private-key",
  title: "OpenPGP private key",
  description: "A private key of OpenPGP signs releases and commits, and decrypts, as its owner.",
  severity: "critical",
  prefixes: ["-----BEGIN PGP PRIVATE KEY BLOCK-----"],
  // Up to four headers, which may have hyphens in them.
  shape: /-----BEGIN PGP PRIVATE KEY BLOCK-----[\s\\rn"']{0,12}(?:[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\s\\rn"']{1,12})?(?:[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\s\\rn"']{1,12})?(?:[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\s\\rn"']{1,12})?[^-]{60,60000}-----END PGP PRIVATE KEY BLOCK-----/y,
  check: check34,
  remedy: {
    rotate: "Publish the revocation certificate of the key, make another, and sign again what was signed since it got out."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc9580#section-6.2",
  examples: (make) => {
    const { modulus } = exampleRsaNumbers(make);
    const write4 = (locked, headers = "") => `-----BEGIN ${LABEL}-----
${headers}
${writePgpBody(modulus, locked, make.bytes(90))}
-----END ${LABEL}-----`;
    return {
      positive: [write4(false), write4(false, "Version: GnuPG v2\nComment: a-key\n"), write4(true)],
      negative: [write4(false).replaceAll("PRIVATE", "PUBLIC"), write4(false).slice(0, 120)]
    };
  }
};

// packages/checks/src/secrets/rules/private-key.ts
var privateKey = {
  id: "private-key",
  title: "private key",
  description: "A private key without a passphrase signs, decrypts or logs in as whoever trusts its public half.",
  severity: "critical",
  prefixes: [
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    "-----BEGIN EC PRIVATE KEY-----",
    "-----BEGIN DSA PRIVATE KEY-----"
  ],
  // Quotes, escapes, signs of joining and indentation stand between the lines where the key is a string of a program.
  shape: /-----BEGIN (?:RSA |EC |DSA )?PRIVATE KEY-----[A-Za-z0-9+/=\s\\"'`,.#*>|;]{40,20000}-----END (?:RSA |EC |DSA )?PRIVATE KEY-----/y,
  check: judgePem,
  remedy: {
    rotate: "Make another key pair, replace the public half wherever it is trusted, revoke certificates over it, and take the old half away."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc7468",
  examples: (make) => {
    const edwards = der(
      SEQUENCE,
      derInteger(0n),
      der(SEQUENCE, der(OBJECT_ID, toBytes("+ep"))),
      der(OCTETS, der(OCTETS, make.bytes(32)))
    );
    const curve = der(
      SEQUENCE,
      derInteger(1n),
      der(OCTETS, Uint8Array.of(1, ...make.bytes(31))),
      der(160, der(OBJECT_ID, toBytes("*HÎ=\x07")))
    );
    const rsa = encodeArmor("RSA PRIVATE KEY", exampleRsaKey(make));
    return {
      positive: [rsa, rsa.replaceAll("\n", "\\n"), encodeArmor("PRIVATE KEY", edwards), encodeArmor("EC PRIVATE KEY", curve)],
      negative: [encodeArmor("PUBLIC KEY", make.bytes(90)), encodeArmor("PRIVATE KEY", der(INTEGER, make.bytes(8)))]
    };
  }
};

// packages/checks/src/secrets/rules/putty-private-key.ts
function check35({ value }) {
  const [, type] = /^PuTTY-User-Key-File-\d: ([a-z0-9-]{5,40})/.exec(value) ?? [];
  const open = block(value, "Public-Lines");
  const secret = block(value, "Private-Lines");
  if (!open || !secret) return { evidence: "broken", why: "its lines are not base 64" };
  const [, exponent, modulus] = readSsh(open).strings(3) ?? [];
  if (type !== "ssh-rsa") return { evidence: "proven", why: `a whole ${type} key` };
  const [, p, q] = readSsh(secret).strings(3) ?? [];
  const key = exponent && modulus && p && q ? judgeRsa(modulus, p, q) : void 0;
  return key?.holds ? { evidence: "proven", why: `a whole ${key.kind}` } : { evidence: "broken", why: "an RSA key, whose numbers do not belong together" };
}
function block(value, name) {
  const [, body = "-"] = new RegExp(`${name}: \\d{1,3}([A-Za-z0-9+/=\\s]{20,12000})`).exec(value.replaceAll(/\\+[rn]/g, "\n")) ?? [];
  return decodeBase64(body.replace(/\s{1,4}Private$/, "").replaceAll(/\s/g, ""));
}
function write3(make) {
  const { modulus, p, q, secret } = exampleRsaNumbers(make);
  const open = encodeBase64(sshStrings("ssh-rsa", bytesOf(65537n), bytesOf(modulus)));
  const hidden = encodeBase64(sshStrings(bytesOf(secret), bytesOf(p), bytesOf(q), bytesOf(3n)));
  const [first, second] = [open, hidden].map((text) => text.replaceAll(/(.{64})(?=.)/g, "$1\n"));
  const lines = (text) => text.split("\n").length;
  return `PuTTY-User-Key-File-3: ssh-rsa
Encryption: none
Comment: deploy
Public-Lines: ${lines(first)}
${first}
Private-Lines: ${lines(second)}
${second}
Private-MAC: ${make.chars("0-9a-f", 64)}`;
}
var puttyPrivateKey = {
  id: "putty-private-key",
  title: "PuTTY private key",
  description: "A private key of PuTTY without a passphrase logs in wherever its public half is authorised.",
  severity: "critical",
  prefixes: ["PuTTY-User-Key-File-"],
  shape: /PuTTY-User-Key-File-[123]: [a-z0-9-]{5,40}[\s\\rn]{1,8}Encryption: none[\s\\rn]{1,8}Comment: [^\n\\]{0,200}[\s\\rn]{1,8}Public-Lines: \d{1,3}[A-Za-z0-9+/=\s\\]{40,6000}-Lines: \d{1,3}[A-Za-z0-9+/=\s\\]{20,12000}-(?:MAC|Hash): [0-9a-f]{40,64}/y,
  check: check35,
  remedy: { rotate: "Make another key pair, and take the public half out of every `authorized_keys`, deploy key and account." },
  reference: "https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html",
  examples: (make) => {
    const key = write3(make);
    return { positive: [key, key.replaceAll("\n", "\r\n")], negative: [key.replace("none", "aes256-cbc"), key.slice(0, 200)] };
  }
};

// packages/checks/src/secrets/proof/macaroon.ts
var VERSION = 2;
var END = 0;
var LOCATION2 = 1;
var IDENTIFIER2 = 2;
var SIGNATURE = 6;
var SIGNATURE_LENGTH = 32;
function readMacaroon(bytes) {
  if (bytes[0] !== VERSION) return void 0;
  let at = 1;
  let location = "";
  let identified = false;
  let sections = 0;
  while (at < bytes.length) {
    const type = bytes[at++];
    if (type === END) {
      if (bytes[at - 2] === END && sections > 0 && bytes[at] === SIGNATURE) {
        const ends = bytes[at + 1] === SIGNATURE_LENGTH && at + 2 + SIGNATURE_LENGTH === bytes.length;
        return ends && identified ? { location, caveats: sections - 1 } : void 0;
      }
      sections++;
      continue;
    }
    const length = varint(bytes, at);
    if (length === void 0 || type > SIGNATURE) return void 0;
    at = length.end;
    const field2 = bytes.subarray(at, at + length.value);
    if (type === LOCATION2 && sections === 0) location = toText(field2);
    if (type === IDENTIFIER2 && sections === 0) identified = true;
    at += length.value;
  }
  return void 0;
}
function writeMacaroon(location, identifier, caveats, signature) {
  const end = Uint8Array.of(END);
  return joined(
    Uint8Array.of(VERSION),
    field(LOCATION2, toBytes(location)),
    field(IDENTIFIER2, toBytes(identifier)),
    end,
    ...caveats.flatMap((caveat) => [field(IDENTIFIER2, toBytes(caveat)), end]),
    end,
    field(SIGNATURE, signature)
  );
}
function field(type, data) {
  const length = data.length < 128 ? [data.length] : [data.length & 127 | 128, data.length >>> 7];
  return joined(Uint8Array.of(type, ...length), data);
}
function varint(bytes, at) {
  const first = bytes[at];
  const second = bytes[at + 1];
  if (first === void 0) return void 0;
  if (first < 128) return { value: first, end: at + 1 };
  return second !== void 0 && second < 128 ? { value: first & 127 | second << 7, end: at + 2 } : void 0;
}

// packages/checks/src/secrets/rules/pypi-token.ts
var HOSTS = ["pypi.org", "test.pypi.org"];
function check36({ value }) {
  const macaroon = readMacaroon(decodeBase64(value.slice(5)) ?? new Uint8Array());
  const read2 = macaroon && HOSTS.some((host) => host === macaroon.location) ? `a macaroon of ${macaroon.location} with ${macaroon.caveats} caveats and its signature` : void 0;
  return judgedForm(read2, "no whole macaroon");
}
var pypiToken = {
  id: "pypi-token",
  title: "PyPI API token",
  description: "An API token of PyPI uploads releases of one project, or of all of its owner.",
  severity: "critical",
  prefixes: ["pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBp"],
  shape: /pypi-AgE[A-Za-z0-9_-]{80,1000}/y,
  check: check36,
  remedy: { rotate: "Remove it under Account settings, API tokens, and publish by a trusted publisher.", provider: "pypi" },
  reference: "https://pypi.org/help/#apitoken",
  examples: (make) => ({
    positive: HOSTS.map((host) => {
      const id = [8, 4, 4, 4, 12].map((length) => make.chars("0-9a-f", length)).join("-");
      return `pypi-${encodeBase64Url(writeMacaroon(host, id, [`[1,["${make.chars("a-z", 8)}"]]`], make.bytes(32)))}`;
    }),
    negative: [`pypi-${make.chars("A-Za-z0-9", 100)}`, `pypi-AgEIcHlwaS5vcmc${make.chars("A-Za-z0-9", 40)}`]
  })
};

// packages/checks/src/secrets/rules/sentry-organization-token.ts
function check37({ value }) {
  const object = readBase64Json(value.slice(7, value.lastIndexOf("_")));
  const read2 = object && hasTexts(object, "url", "org") ? `names organisation ${textOf(object, "org")}; issued ${instantOf(object.iat) ?? "at an unknown time"}` : void 0;
  return judgedForm(read2, "does not decode to an address and an organisation");
}
var sentryOrganizationToken = {
  id: "sentry-organization-token",
  title: "Sentry organisation token",
  description: "An organisation token of Sentry makes releases and uploads source maps and symbols.",
  severity: "high",
  prefixes: ["sntrys_eyJ"],
  shape: /sntrys_eyJ[A-Za-z0-9+/]{50,500}={0,2}_[A-Za-z0-9+/]{43}/y,
  check: check37,
  remedy: { rotate: "Revoke it under Settings, Organization Tokens." },
  reference: "https://docs.sentry.io/account/auth-tokens/",
  examples: (make) => {
    const object = { iat: 176e7, url: "https://sentry.io", region_url: "https://de.sentry.io", org: "acme" };
    const body = encodeBase64(toBytes(JSON.stringify(object)));
    return {
      positive: [`sntrys_${body}_${make.chars("A-Za-z0-9+/", 42)}A`],
      negative: [`sntrys_${body}_${make.chars("A-Za-z0-9", 20)}`]
    };
  }
};

// packages/checks/src/secrets/rules/stellar-secret-seed.ts
var VERSION2 = 18 << 3;
function check38({ value }) {
  return judgedSum(endsInCrc16(decodeBase32(value) ?? new Uint8Array()), "the CRC-16 at the end");
}
var stellarSecretSeed = {
  id: "stellar-secret-seed",
  title: "Stellar secret seed",
  description: "The secret seed of a Stellar account moves everything that it holds.",
  severity: "critical",
  // The version is a whole number of bits short of two letters.
  prefixes: ["SA", "SB", "SC", "SD"],
  shape: /S[A-D][A-Z2-7]{54}/y,
  check: check38,
  remedy: { rotate: "Make another account and move what it holds, or replace the signer of the account." },
  reference: "https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md",
  examples: (make) => {
    const seed = encodeBase32(withCrc16(joined(Uint8Array.of(VERSION2), make.bytes(32))));
    return { positive: [seed], negative: [seed.slice(0, -1), `G${seed.slice(1)}`] };
  }
};

// packages/checks/src/secrets/rules/supabase-service-role-key.ts
function check39({ value }) {
  const claims = readJwt(value)?.claims;
  const read2 = claims?.role === "service_role" ? `role \`service_role\` of project ${String(claims.ref)}, until ${instantOf(claims.exp) ?? "never"}` : void 0;
  return judgedForm(read2, "does not decode to a token of a service role");
}
var supabaseServiceRoleKey = {
  id: "supabase-service-role-key",
  title: "Supabase service role key",
  description: "The service role key reads and writes every row of the database, whatever its policies say.",
  severity: "critical",
  prefixes: ["eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I"],
  // The role stands in a place that the base 64 of it can be read at.
  shape: /eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I[A-Za-z0-9_-]{39}InNlcnZpY2Vfcm9sZSIs[A-Za-z0-9_-]{10,100}\.[A-Za-z0-9_-]{43}/y,
  check: check39,
  remedy: {
    rotate: "Replace it by a secret key under Settings, API Keys, then disable the legacy keys or change the JWT secret."
  },
  reference: "https://supabase.com/docs/guides/api/api-keys",
  examples: (make) => {
    const token = (role) => writeJwt({ iss: "supabase", ref: make.chars("a-z", 20), role, iat: 17e8, exp: 2015576e3 }, make.bytes(32));
    return { positive: [token("service_role")], negative: [token("anon")] };
  }
};

// packages/checks/src/secrets/rules/zuplo-api-key.ts
function check40({ value }) {
  return judgedSum(hex32(crc32(value.slice(5, 37))) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var zuploApiKey = {
  id: "zuplo-api-key",
  title: "Zuplo API key",
  description: "A key of a gateway of Zuplo calls the interfaces behind it as one consumer.",
  severity: "high",
  prefixes: ["zpka_"],
  shape: /zpka_[A-Za-z0-9]{32}_[0-9a-f]{8}/y,
  check: check40,
  remedy: { rotate: "Roll the key of that consumer under Services, API Key Service of the Zuplo portal." },
  reference: "https://zuplo.com/docs/articles/api-key-leak-detection",
  examples: (make) => {
    const random = make.chars("a-z0-9", 32);
    return { positive: [`zpka_${random}_${hex32(crc32(random))}`], negative: [`zpka_${random}`] };
  }
};

// packages/checks/src/secrets/logic-rules.ts
var LOGIC_RULES = [
  githubToken,
  githubInstallationToken,
  githubFineGrainedToken,
  npmAccessToken,
  gitlabRoutableToken,
  gitlabLegacyToken,
  atlassianApiToken,
  bitbucketAppPassword,
  atlassianDataCenterToken,
  grafanaServiceAccountToken,
  grafanaCloudToken,
  grafanaLegacyApiKey,
  cloudflareToken,
  confluentApiSecret,
  zuploApiKey,
  azureIdentifiableKey,
  azureAnnotatedKey,
  azureStorageAccountKey,
  azureDevopsLegacyToken,
  entraClientSecret,
  awsAccessKey,
  awsSecretAccessKey,
  awsBedrockApiKey,
  awsSessionToken,
  pypiToken,
  flyToken,
  jfrogReferenceToken,
  jfrogApiKey,
  sentryOrganizationToken,
  onepasswordServiceAccountToken,
  discordBotToken,
  mapboxToken,
  supabaseServiceRoleKey,
  kubernetesServiceAccountToken,
  jsonWebToken,
  ageSecretKey,
  natsSeed,
  stellarSecretSeed,
  bitcoinPrivateKey,
  bitcoinExtendedKey,
  gcpServiceAccountKey,
  privateKey,
  encryptedPrivateKey,
  opensshPrivateKey,
  puttyPrivateKey,
  pgpPrivateKey,
  jwkPrivateKey
];

// packages/checks/src/secrets/url-credentials.ts
var NOWHERE = /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|::1|host\.docker\.internal|(?:[\w-]{1,63}\.){0,8}(?:example|test|invalid|local|localhost)|(?:[\w-]{1,63}\.){0,8}example\.[a-z.]{2,12}|host|hostname|server|domain|your[\w.-]{0,60}|my-?host[\w.-]{0,60})$/i;
var TEMPLATE = /[${}<>[\]`]|%[a-z(]|^%|^:|^\.{2,3}$|…|^\*+$|^[xX]+$|^_+$|^#|\\/;
var WORDS = /^(?:(?:my|your|the|some|a|user|db|database|test|secret|super|default|redis|mongo|postgres|mysql|rabbit|proxy|root|admin|git|access|api|app|new|old|db_?user|auth)?[-_ ]?(?:password|passwd|passw0rd|passphrase|pass|pwd|pw|secret|token|key|apikey|credentials?|user|username|guest|root|admin|postgres|postgresql|mysql|redis|mongo|mongodb|rabbitmq|sa|test|testing|tester|example|changeme|change-?me|change_me|foo|bar|baz|foobar|hunter2|letmein|qwerty|abc|abc123|foo123|redacted|placeholder|dummy|fake|mock|sample|none|null|undefined|hidden|masked|value|here|string|p4ssw0rd|p@ssw0rd)[-_]?\d{0,6})$/i;
var URL_CREDENTIALS = {
  id: "url-credentials",
  title: "password in an address",
  description: "Whoever reads this address can sign in where it leads.",
  severity: "high",
  tier: "contextual",
  prefixes: ["://"],
  shape: /:\/\/[^\s:/?#@"'`<>|\\]{0,128}:(?<secret>[^\s/@"'`|]{1,256})@(?=[\w[$%{<])/y,
  check: judge,
  remedy: { rotate: "Change the password where the address leads, and hand it to the job at run time instead." },
  examples
};
function judge({ value, before, after }) {
  const host = /^@([\w.-]{1,253}|\[[0-9A-Fa-f:]{2,45}\])/.exec(after)?.[1];
  const user = /:\/\/([^:/]{0,128}):$/.exec(before)?.[1] ?? "";
  if (host === void 0 || NOWHERE.test(host) || TEMPLATE.test(value) || WORDS.test(value)) return { evidence: "none" };
  if (user.toLowerCase() === value.toLowerCase()) return { evidence: "none" };
  return { evidence: "shape", why: `the address of \`${host}\` carries a password` };
}
function examples(make) {
  const user = make.chars("a-z", 6);
  const password = make.chars("A-Za-z0-9", 14);
  const host = `db.${make.chars("a-z", 8)}.net`;
  return {
    positive: [
      ["postgres:/", `/${user}:${password}@${host}:5432/shop`].join(""),
      ["https:/", `/${user}:${password}@${host}/feed.git`].join(""),
      ["amqps:/", `/:${password}@${host}`].join("")
    ],
    negative: [
      ["postgres:/", `/${user}:${password}@localhost:5432/shop`].join(""),
      ["postgres:/", `/${user}:\${DB_PASSWORD}@${host}/shop`].join(""),
      ["redis:/", `/%s:%s@${host}`].join(""),
      ["https:/", `/${user}:<pass>@${host}`].join(""),
      ["https:/", `/${user}:password@${host}`].join(""),
      ["https:/", `/${user}:${password}@example.com`].join(""),
      ["ssh:/", `/git@${host}:22/x`].join(""),
      ["https:/", `/${host}:8080/${user}@${host}`].join("")
    ]
  };
}

// packages/checks/src/secrets/catalogue.ts
var RULES2 = [...LOGIC_RULES, ...SHAPE_RULES, URL_CREDENTIALS];
var byId = new Map(RULES2.map((rule) => [rule.id, rule]));
function ruleById(id) {
  return byId.get(id);
}
var WITHOUT_RUN = /* @__PURE__ */ new Set([
  // A name with the value at some distance.
  ...["aws-secret-access-key", "jwk-private-key", "azure-service-bus-connection", "azure-api-management-git-key"],
  // So short that chance may leave the digits out.
  ...[
    "aws-access-key",
    "alibaba-access-key-id",
    "alibaba-sts-key-id",
    "canva-client-id",
    "convertapi-secret",
    "dotdigital-api-user"
  ],
  ...[
    "google-oauth-access-token",
    "imagekit-private-key",
    "lark-app-id",
    "lichess-token",
    "midtrans-client-key",
    "midtrans-server-key"
  ],
  ...[
    "razorpay-live-key-id",
    "razorpay-test-key-id",
    "salad-cloud-key",
    "settlemint-application-token",
    "settlemint-personal-token"
  ],
  ...["settlemint-service-token", "stripe-live-key", "stripe-live-restricted-key", "stripe-test-key"],
  ...["onfido-live-token", "onfido-live-us-token", "onfido-live-ca-token"],
  // Cut into short pieces by signs that no token has.
  ...["astra-token", "cisco-type-8-hash", "close-key", "devcycle-client-key", "devcycle-mobile-key", "devcycle-server-key"],
  ...[
    "endor-labs-key",
    "fullstory-key",
    "kerberos-asrep-hash",
    "md5-crypt-hash",
    "planetscale-oauth-token",
    "planetscale-password"
  ],
  ...["planetscale-service-token", "slack-session-cookie"]
]);
var SHORT_PREFIXES = [
  ...new Set(RULES2.filter(({ id }) => WITHOUT_RUN.has(id)).flatMap(({ prefixes }) => prefixes))
];

// packages/checks/src/secrets/example-maker.ts
function exampleMaker(seed) {
  let state = seed | 0;
  const next = () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return (mixed ^ mixed >>> 14) >>> 0;
  };
  return {
    chars(alphabet, length) {
      const letters = lettersOf(alphabet);
      return Array.from({ length }, () => letters[next() % letters.length]).join("");
    },
    bytes: (length) => Uint8Array.from({ length }, () => next() >>> 24),
    pick: (items) => items[next() % items.length]
  };
}
function lettersOf(alphabet) {
  return alphabet.replaceAll(/(.)-(.)/gs, (_, from, to) => {
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
    return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_unused, at) => first + at));
  });
}

// packages/checks/src/secrets/fingerprint.ts
var SALT = "leasehold:secret:1";
var DIGITS5 = 32;
function fingerprint(family, value) {
  return toHex(sha256(toBytes([SALT, family, value].join("\0")))).slice(0, DIGITS5);
}
function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// packages/checks/src/secrets/preview.ts
var FIRST = 4;
var LAST = 2;
function preview(value) {
  const shown = Math.min(FIRST + LAST, Math.floor(value.length / 4));
  const last = Math.min(LAST, Math.floor(shown / 3));
  const first = shown - last;
  return `${printable(value.slice(0, first))}…${printable(value.slice(value.length - last))}`;
}
function printable(text) {
  return text.replaceAll(/[^\x21-\x7e]/g, "?");
}

// packages/checks/src/secrets/finding.ts
function toFinding(raw, lines, path, failOn) {
  const { rule, tier, severity } = raw;
  const from = lines.at(raw.start);
  const to = lines.at(Math.max(raw.start, raw.end - 1));
  return {
    ruleId: rule.id,
    title: rule.title,
    tier,
    severity,
    fails: raw.allowed === void 0 && atLeast(tier, failOn),
    at: { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column },
    fingerprint: fingerprint(rule.id, raw.value),
    preview: preview(raw.value),
    why: raw.allowed === void 0 ? raw.why : [...raw.why, raw.allowed],
    remedy: rule.remedy
  };
}

// packages/checks/src/secrets/binary.ts
var LOOKED_AT = 8e3;
function isBinary(bytes) {
  return bytes.subarray(0, LOOKED_AT).includes(0);
}
function printableRun(bytes, from, to, start, end) {
  let first = start;
  while (first > from && isPrintable(bytes[first - 1])) first--;
  let last = end;
  while (last < to && isPrintable(bytes[last])) last++;
  return [first, last];
}
function isPrintable(byte) {
  return byte !== void 0 && (byte >= 32 && byte < 127 || byte === 9 || byte === 10 || byte === 13);
}

// packages/checks/src/secrets/utf16.ts
var LOOKED_AT2 = 512;
var LEAST = 8;
var FOREIGN = 255;
function narrowUtf16(bytes) {
  const [first, second] = [bytes[0], bytes[1]];
  if (first === 255 && second === 254) return narrow(bytes, 2, 0);
  if (first === 254 && second === 255) return narrow(bytes, 2, 1);
  if (!hasNul(bytes)) return void 0;
  if (looksLike(bytes, 0)) return narrow(bytes, 0, 0);
  return looksLike(bytes, 1) ? narrow(bytes, 0, 1) : void 0;
}
function hasNul(bytes) {
  const until = Math.min(64, bytes.length);
  for (let at = 0; at < until; at++) if (bytes[at] === 0) return true;
  return false;
}
function looksLike(bytes, low) {
  const units = Math.min(LOOKED_AT2, bytes.length) >> 1;
  if (units < LEAST) return false;
  let plain = 0;
  for (let unit = 0; unit < units; unit++) {
    if (isPrintable(bytes[2 * unit + low]) && bytes[2 * unit + 1 - low] === 0) plain++;
  }
  return plain >= units * 0.9;
}
function narrow(bytes, skip, low) {
  const narrowed = new Uint8Array(bytes.length - skip >> 1);
  for (let unit = 0; unit < narrowed.length; unit++) {
    const at = skip + 2 * unit;
    narrowed[unit] = bytes[at + 1 - low] === 0 ? bytes[at + low] : FOREIGN;
  }
  return { bytes: narrowed, origin: (offset) => skip + 2 * offset };
}

// packages/checks/src/secrets/position.ts
var NEWLINE = 10;
function linesOf(bytes) {
  let starts;
  return {
    at(offset) {
      starts ??= lineStarts(bytes);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = low + high + 1 >> 1;
        if (starts[middle] <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.max(0, offset - starts[low]) + 1 };
    }
  };
}
function lineStarts(bytes) {
  const narrowed = narrowUtf16(bytes);
  const text = narrowed?.bytes ?? bytes;
  const origin = narrowed?.origin ?? ((offset) => offset);
  const starts = [origin(hasUtf8Mark(text) ? 3 : 0)];
  for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) starts.push(origin(at + 1));
  return starts;
}
function hasUtf8Mark(bytes) {
  return bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191;
}

// packages/checks/src/secrets/window.ts
var LEAST2 = 1024;
var WHOLE = 4096;
var FEW = 256;
var decoder = new TextDecoder("latin1");
function newTextWindow(bytes) {
  let until = 0;
  const window = {
    text: "",
    from: 0,
    cover(from, to) {
      const end = Math.min(to, bytes.length);
      if (from >= window.from && end <= until) return;
      const whole = bytes.length <= WHOLE;
      window.from = whole ? 0 : Math.max(0, from);
      until = whole ? bytes.length : Math.min(bytes.length, Math.max(end, window.from + LEAST2));
      window.text = decoder.decode(bytes.subarray(window.from, until));
    }
  };
  return window;
}
function latin1(bytes, from, to) {
  const start = Math.max(0, from);
  const end = Math.min(to, bytes.length);
  let text = "";
  for (let at = start; at < end; at += FEW)
    text += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(at + FEW, end)));
  return text;
}

// packages/checks/src/secrets/inline-allow.ts
var NEWLINE2 = 10;
var LOOKED_AT3 = 1024;
var OURS = /leasehold:allow[ \t]{1,8}([a-z0-9-]{1,64})(?:[ \t]{1,8}--[ \t]{0,8}((?:(?!leasehold:)[^\r\n]){0,200}))?/g;
var THEIRS = /\b(gitleaks:allow|trufflehog:ignore)\b/;
function allowanceOf(bytes, ruleId, start, end) {
  const lineStart = startOfLine(bytes, start);
  const before = lineStart === 0 ? "" : latin1(bytes, startOfLine(bytes, lineStart - 1), lineStart);
  const inside = latin1(bytes, lineStart, Math.min(endOfLine(bytes, start), start + LOOKED_AT3));
  const behind = latin1(bytes, end, endOfLine(bytes, end));
  return read(before, ruleId) ?? read(inside, ruleId) ?? read(behind, ruleId);
}
function read(line, ruleId) {
  let note;
  for (const [, id, words] of line.matchAll(OURS)) {
    if (id !== ruleId) continue;
    const reason = words?.replace(/[ \t]*(?:\*\/|-->|#\}|%>)?[ \t]*$/, "");
    if (reason) return { allowed: true, note: `allowed here: ${reason}` };
    note = `\`leasehold:allow ${ruleId}\` gives no reason, so it does not count`;
  }
  const theirs = THEIRS.exec(line)?.[1];
  if (theirs !== void 0) return { allowed: true, note: `allowed here by \`${theirs}\`, which names no rule and no reason` };
  return note === void 0 ? void 0 : { allowed: false, note };
}
function startOfLine(bytes, at) {
  const least = Math.max(0, at - LOOKED_AT3);
  let start = at;
  while (start > least && bytes[start - 1] !== NEWLINE2) start--;
  return start;
}
function endOfLine(bytes, at) {
  const most = Math.min(bytes.length, at + LOOKED_AT3);
  let end = at;
  while (end < most && bytes[end] !== NEWLINE2) end++;
  return end;
}

// packages/checks/src/secrets/layer.ts
var LONGEST_LAYER = 1 << 20;

// packages/checks/src/secrets/token-byte.ts
var ALNUM = 1;
var TOKEN = 2;
var LINK = 4;
var HEX = 8;
var BASE64 = 16;
var CLASS = classes();
function classes() {
  const table = new Uint8Array(256);
  const mark = (bytes, bits) => {
    for (const byte of bytes) table[byte.charCodeAt(0)] = (table[byte.charCodeAt(0)] ?? 0) | bits;
  };
  mark("0123456789abcdefABCDEF", ALNUM | TOKEN | HEX | BASE64);
  mark("ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ", ALNUM | TOKEN | BASE64);
  mark("+/_-", TOKEN | BASE64);
  mark("=", TOKEN);
  mark(".:~$!", LINK);
  return table;
}
function isClass(byte, bits) {
  return byte !== void 0 && (CLASS[byte] & bits) !== 0;
}
function hexDigit(byte) {
  if (byte === void 0) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

// packages/checks/src/secrets/decoded.ts
var EQUALS = 61;
var SHORTEST = 24;
var HEAD = 12;
var DIGITS6 = digits();
function digits() {
  const table = new Uint8Array(256).fill(255);
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  for (let digit = 0; digit < alphabet.length; digit++) table[alphabet.charCodeAt(digit)] = digit;
  for (const [sign, digit] of ["+-", "/_"].flatMap((signs, index) => [...signs].map((sign2) => [sign2, 62 + index]))) {
    table[sign.charCodeAt(0)] = digit;
  }
  return table;
}
function splitRun(bytes, start, end, each) {
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && bytes[at] !== EQUALS) continue;
    const to = at;
    while (bytes[at + 1] === EQUALS && at + 1 < end) at++;
    if (to > from) each(from, to, Math.min(at + 1, end));
    from = at + 1;
  }
}
function decodePiece(bytes, start, end) {
  if (end - start < SHORTEST) return void 0;
  return decodeHex(bytes, start, end) ?? decodeBase642(bytes, start, end);
}
function decodeBase642(bytes, start, end) {
  if (!readsAsText(base64Byte, bytes, start)) return void 0;
  let until = Math.min(end, start + LONGEST_LAYER);
  for (let at = start; at < until; at++) if (!isClass(bytes[at], BASE64)) until = at;
  const decoded = new Uint8Array((until - start) * 3 >> 2);
  for (let offset = 0; offset < decoded.length; offset++) decoded[offset] = base64Byte(bytes, start, offset);
  return layer("base64", decoded, (offset) => offset >= decoded.length ? until : start + Math.floor(offset * 4 / 3));
}
function base64Byte(bytes, start, offset) {
  const at = start + Math.floor(offset / 3) * 4 + offset % 3;
  const left = DIGITS6[bytes[at]];
  const right = DIGITS6[bytes[at + 1]] ?? 255;
  if (left === 255 || right === 255) return 255;
  const shift = 2 * (offset % 3);
  return (left << 2 + shift | right >> 4 - shift) & 255;
}
function decodeHex(bytes, start, end) {
  if ((end - start) % 2 !== 0 || !readsAsText(hexByte, bytes, start)) return void 0;
  const until = Math.min(end, start + LONGEST_LAYER);
  for (let at = start; at < until; at++) if (!isClass(bytes[at], HEX)) return void 0;
  const decoded = new Uint8Array(until - start >> 1);
  for (let offset = 0; offset < decoded.length; offset++) decoded[offset] = hexByte(bytes, start, offset);
  return layer("hex", decoded, (offset) => start + 2 * offset);
}
function hexByte(bytes, start, offset) {
  const value = hexDigit(bytes[start + 2 * offset]) << 4 | hexDigit(bytes[start + 2 * offset + 1]);
  return value < 0 ? 255 : value;
}
function readsAsText(byte, bytes, start) {
  for (let offset = 0; offset < HEAD; offset++) {
    const value = byte(bytes, start, offset);
    if (!isPrintable(value) && !(value === 0 && offset % 2 === 1)) return false;
  }
  return true;
}
function layer(encoding, decoded, origin) {
  const narrowed = narrowUtf16(decoded);
  if (narrowed === void 0) return { encoding, bytes: decoded, origin };
  return { encoding, bytes: narrowed.bytes, origin: (offset) => origin(narrowed.origin(offset)) };
}

// packages/checks/src/secrets/escaped.ts
var PERCENT = 37;
var BACKSLASH = 92;
var LETTERS = /* @__PURE__ */ new Map([
  [47, 47],
  [34, 34],
  [92, 92],
  [110, 10],
  [114, 13],
  [116, 9]
]);
var LOOK_BACK = 2048;
function touchesEscape(bytes, start, end) {
  return hides(bytes, start - 1) || hides(bytes, end);
}
function hides(bytes, at) {
  const sign = bytes[at];
  if (sign === PERCENT) return hexDigit(bytes[at + 1]) >= 0 && hexDigit(bytes[at + 2]) >= 0;
  if (sign !== BACKSLASH) return false;
  const letter = bytes[at + 1];
  return letter === 117 || letter === 120 || letter === 47;
}
function unescapeAround(bytes, least, start, end) {
  const earliest = Math.max(least, start - LOOK_BACK);
  let from = start;
  while (from > earliest && joins(bytes, from - 1)) from--;
  const latest = Math.min(bytes.length, end + LONGEST_LAYER);
  let until = end;
  while (until < latest && joins(bytes, until)) until++;
  const decoded = new Uint8Array(until - from);
  const origins = [];
  let length = 0;
  let encoding;
  for (let at = from; at < until; length++) {
    origins.push(at);
    const found = escapeAt(bytes, at, until);
    decoded[length] = found?.value ?? bytes[at];
    at += found?.length ?? 1;
    if (found !== void 0) encoding = found.length === 3 ? "percent-encoding" : encoding ?? "escapes";
  }
  if (encoding === void 0) return void 0;
  return { encoding, bytes: decoded.subarray(0, length), origin: (offset) => origins[offset] ?? until, end: until };
}
function joins(bytes, at) {
  const byte = bytes[at];
  if (byte === 34 || byte === 39) return bytes[at - 1] === BACKSLASH;
  return byte > 32 && byte !== 96 && byte < 127;
}
function escapeAt(bytes, at, until) {
  const sign = bytes[at];
  if (sign === PERCENT) return hexEscape(bytes, at, 1, 2, until);
  if (sign !== BACKSLASH || at + 1 >= until) return void 0;
  const letter = bytes[at + 1];
  if (letter === 117) return hexEscape(bytes, at, 2, 4, until);
  if (letter === 120) return hexEscape(bytes, at, 2, 2, until);
  const value = LETTERS.get(letter);
  return value === void 0 ? void 0 : { value, length: 2 };
}
function hexEscape(bytes, at, skip, digits2, until) {
  if (at + skip + digits2 > until) return void 0;
  let value = 0;
  for (let index = 0; index < digits2; index++) {
    const digit = hexDigit(bytes[at + skip + index]);
    if (digit < 0) return void 0;
    value = value * 16 + digit;
  }
  return { value: Math.min(value, 255), length: skip + digits2 };
}

// packages/checks/src/secrets/public-values.ts
var KNOWN = /* @__PURE__ */ new Map([
  ["0011cc25eb432071", "the key of the Azure storage emulator"],
  ["aa6547439583c3a2", "the key of the Azure Cosmos DB emulator"],
  ["2cafc0970149a84f", "the test key of the Stripe documentation"],
  ["f2d6ca16515033e5", "the test key of the Stripe documentation"],
  ["bcfb4d05983f8f01", "the test key of the Stripe documentation"],
  ["051d093c4bdedbf2", "signed like the token on the front page of jwt.io"],
  ["1a5d44a2dca19669", "the access key id of the AWS documentation"],
  ["c6ea27c534f993d3", "the access key id of the AWS documentation"],
  ["78314b11be2e5815", "the secret access key of the AWS documentation"]
]);
var EXAMPLE = /example|sample|dummy|placeholder|changeme|redacted|foobar|x{5}|\*{3}|your[-_]?(?:key|token|secret|api|app|pass)/i;
var ROWS = ["0123456789", "1234567890", "abcdefghij", "9876543210", "qwertyuiop"];
var LONG_ENOUGH = 12;
var FEW_SIGNS = 3;
function publicReason(value, skip) {
  const last = Math.max(value.lastIndexOf("."), value.search(/=[^=]/)) + 1;
  const known = KNOWN.get(nameOf(value)) ?? (last > 0 ? KNOWN.get(nameOf(value.slice(last))) : void 0);
  if (known !== void 0) return { known: true, why: `it is ${known}` };
  const why = fillerReason(value.slice(skip));
  return why === void 0 ? void 0 : { known: false, why };
}
function nameOf(value) {
  return toHex(sha256(toBytes(value))).slice(0, 16);
}
function fillerReason(rest) {
  if (EXAMPLE.test(rest)) return "it says of itself that it is an example";
  const folded = rest.toLowerCase();
  const signs = new Set(folded.replaceAll(/[^a-z0-9]/g, ""));
  if (rest.length >= LONG_ENOUGH && signs.size <= FEW_SIGNS) return "it repeats a few signs";
  return ROWS.some((row) => folded.includes(row)) ? "it is a row of the keyboard or the alphabet" : void 0;
}

// packages/checks/src/secrets/judge.ts
var NEAR = 200;
function newJudge(bytes, path) {
  let binary;
  let folded;
  const foldedPath = () => {
    folded ??= path.toLowerCase();
    return folded;
  };
  return ({ rule, prefix, start, end }) => {
    binary ??= isBinary(bytes);
    let [from, to] = [Math.max(0, start - NEAR), Math.min(bytes.length, end + NEAR)];
    if (binary) [from, to] = printableRun(bytes, from, to, start, end);
    const candidate = {
      value: latin1(bytes, start, end),
      before: latin1(bytes, from, start),
      after: latin1(bytes, end, to)
    };
    const word = rule.near === void 0 ? void 0 : wordNear(rule.near, candidate, foldedPath());
    if (rule.near !== void 0 && word === void 0) return void 0;
    const verdict = verdictOf(rule, candidate, prefix);
    if (verdict.evidence === "none") return void 0;
    const shaped = `has the shape of a ${rule.title}`;
    const reason = verdict.why ?? (prefix === "" ? `it ${shaped}` : `it begins with \`${prefix}\` and ${shaped}`);
    return {
      rule,
      start,
      end,
      value: candidate.value,
      ...weight(rule, verdict),
      why: word === void 0 ? [reason] : [reason, `\`${word}\` stands near it`]
    };
  };
}
function wordNear(words, { before, value, after }, path) {
  const text = `${path}
${before}${value}${after}`.toLowerCase();
  return words.find((word) => text.includes(word));
}
function verdictOf(rule, candidate, prefix) {
  const known = publicReason(candidate.value, prefix.length);
  let verdict;
  try {
    verdict = rule.check?.(candidate) ?? { evidence: "shape" };
  } catch {
    verdict = { evidence: "shape", why: "its inside could not be read" };
  }
  if (known === void 0 || verdict.evidence === "public" || verdict.evidence === "none") return verdict;
  return verdict.evidence === "proven" && !known.known ? verdict : { evidence: "public", why: known.why };
}
function weight(rule, verdict) {
  if (verdict.evidence === "proven") return { tier: "proven", severity: rule.severity };
  if (verdict.evidence === "shape") return { tier: rule.tier ?? "prefixed", severity: rule.severity };
  return { tier: "heuristic", severity: verdict.evidence === "public" ? "info" : rule.severity };
}

// packages/checks/src/secrets/overlap.ts
function withoutOverlaps(findings) {
  if (findings.length < 2) return findings;
  const order = findings.map((finding, index) => ({ finding, index, rank: TIERS.indexOf(finding.tier) }));
  order.sort(
    (a, b) => a.rank - b.rank || b.finding.end - b.finding.start - (a.finding.end - a.finding.start) || a.index - b.index
  );
  const kept = [];
  for (const { finding } of order) {
    const place = placeOf(kept, finding.start);
    const before = kept[place - 1];
    const behind = kept[place];
    if (before !== void 0 && before.end > finding.start) continue;
    if (behind !== void 0 && behind.start < finding.end) continue;
    kept.splice(place, 0, finding);
  }
  return kept;
}
function placeOf(kept, start) {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (kept[middle].start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

// packages/checks/src/secrets/pair.ts
var PAIRS = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
  {
    ruleId: "aws-access-key",
    severity: "critical",
    idName: "access key id",
    secretName: "secret access key",
    length: 40
  }
];
var LINES = 20;
var BYTES = 8192;
var LEAST_BITS = 4.2;
var NEWLINE3 = 10;
var PLUS = 43;
var SLASH = 47;
function withPairs(bytes, findings) {
  return PAIRS.reduce((joined2, pair) => withPair(bytes, joined2, pair), findings);
}
function withPair(bytes, findings, pair) {
  const ids = findings.filter((finding) => finding.rule.id === pair.ruleId);
  const joined2 = /* @__PURE__ */ new Map();
  for (let index = 0; index < ids.length; ) {
    let behind = index + 1;
    while (behind < ids.length && ids[behind].start - ids[behind - 1].end < 2 * BYTES) behind++;
    const group = ids.slice(index, behind);
    const area = survey(bytes, group[0].start - BYTES, group.at(-1).end + BYTES, pair);
    for (const id of group) joined2.set(id, join(bytes, id, nearest(id, area), pair));
    index = behind;
  }
  return joined2.size === 0 ? findings : findings.map((finding) => joined2.get(finding) ?? finding);
}
function survey(bytes, from, to, pair) {
  const newlines = [];
  const secrets = [];
  const until = Math.min(bytes.length, to);
  let run = Math.max(0, from);
  for (let at = run; at <= until; at++) {
    const byte = at < until ? bytes[at] : NEWLINE3;
    if (isClass(byte, ALNUM) || byte === PLUS || byte === SLASH) continue;
    if (at - run === pair.length && looksSecret(latin1(bytes, run, at))) secrets.push(run);
    if (byte === NEWLINE3) newlines.push(at);
    run = at + 1;
  }
  return { newlines, secrets };
}
function looksSecret(value) {
  if (!/[a-z]/.test(value) || !/[A-Z]/.test(value) || !/[0-9]/.test(value)) return false;
  const counts = /* @__PURE__ */ new Map();
  for (const sign of value) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / value.length * Math.log2(count / value.length);
  return bits >= LEAST_BITS;
}
function nearest({ start }, { newlines, secrets }) {
  const line = countBelow(newlines, start);
  const place = countBelow(secrets, start);
  let best;
  let least = LINES + 1;
  for (const secret of [secrets[place], secrets[place - 1]]) {
    if (secret === void 0 || Math.abs(secret - start) > BYTES) continue;
    const distance = Math.abs(countBelow(newlines, secret) - line);
    if (distance < least) [best, least] = [secret, distance];
  }
  return best;
}
function countBelow(numbers, limit) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
function join(bytes, id, start, pair) {
  if (start === void 0) {
    const why2 = `without its ${pair.secretName} it opens nothing, and that is not near`;
    return { ...id, tier: "heuristic", severity: "info", why: [...id.why, why2] };
  }
  const end = start + pair.length;
  const secret = latin1(bytes, start, end);
  const known = publicReason(secret, 0);
  const pairing = { rule: id.rule, start, end, value: `${id.value}:${secret}` };
  if (known !== void 0) return { ...pairing, tier: "heuristic", severity: "info", why: [known.why] };
  const why = `the ${pair.idName} on the lines around it and what looks like its ${pair.secretName} belong together`;
  return { ...pairing, tier: "paired", severity: pair.severity, why: [why, ...id.why] };
}

// packages/checks/src/secrets/extent.ts
function extentOf(pattern) {
  return alternatives({ source: pattern.source, at: 0 });
}
var NOTHING = { least: 0, most: 0 };
var ONE = { least: 1, most: 1 };
function alternatives(reader) {
  let whole;
  let part = NOTHING;
  while (reader.at < reader.source.length) {
    const char = reader.source[reader.at];
    if (char === ")") break;
    if (char === "|") {
      reader.at++;
      whole = either(whole, part);
      part = NOTHING;
      continue;
    }
    const atom = atomExtent(reader, char);
    const times = timesOf(reader);
    part = { least: part.least + atom.least * times.least, most: part.most + atom.most * times.most };
  }
  return either(whole, part);
}
function either(one, other) {
  return one === void 0 ? other : { least: Math.min(one.least, other.least), most: Math.max(one.most, other.most) };
}
function atomExtent(reader, char) {
  const { source: source2 } = reader;
  if (char === "(") {
    const opening = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
    opening.lastIndex = reader.at;
    const head2 = opening.exec(source2)?.[0] ?? "(";
    reader.at += head2.length;
    const inner = alternatives(reader);
    reader.at++;
    if (head2 === "(?<=" || head2 === "(?<!") return NOTHING;
    return head2 === "(?=" || head2 === "(?!" ? { least: 0, most: inner.most } : inner;
  }
  if (char === "[") {
    reader.at++;
    while (reader.at < source2.length && source2[reader.at] !== "]") reader.at += source2[reader.at] === "\\" ? 2 : 1;
    reader.at++;
    return ONE;
  }
  if (char === "\\") return escapeExtent(reader);
  reader.at++;
  return char === "^" || char === "$" ? NOTHING : ONE;
}
function escapeExtent(reader) {
  const letter = reader.source[reader.at + 1];
  if (letter === "k" || letter >= "1" && letter <= "9") throw unbounded(reader, "refers back to itself");
  reader.at += letter === "x" ? 4 : letter === "u" ? 6 : 2;
  return letter === "b" || letter === "B" ? NOTHING : ONE;
}
function timesOf(reader) {
  const char = reader.source[reader.at];
  if (char === "*" || char === "+") throw unbounded(reader, `has \`${char}\` without a bound`);
  let times = ONE;
  if (char === "?") {
    reader.at++;
    times = { least: 0, most: 1 };
  } else {
    const counts = /\{(\d+)(?:(,)(\d*))?\}/y;
    counts.lastIndex = reader.at;
    const found = counts.exec(reader.source);
    if (found === null) return ONE;
    if (found[2] !== void 0 && found[3] === "") throw unbounded(reader, `has \`${found[0]}\` without an upper bound`);
    times = { least: Number(found[1]), most: Number(found[3] ?? found[1]) };
    reader.at += found[0].length;
  }
  if (reader.source[reader.at] === "?") reader.at++;
  return times;
}
function unbounded(reader, what) {
  return new InternalError(`the shape \`${reader.source}\` ${what}`, { code: "ERR_RULE_UNBOUNDED" });
}

// packages/checks/src/secrets/resolver.ts
var CROSSES = /\\[snrtSDW]| |\[\^/;
var ESCAPE = 6;
var BACKSLASH2 = 92;
var PERCENT2 = 37;
function armRules(rules) {
  return rules.map((rule) => {
    let extent;
    let crosses;
    return {
      rule,
      extent() {
        extent ??= extentOf(rule.shape);
        return extent;
      },
      crosses() {
        crosses ??= CROSSES.test(rule.shape.source);
        return crosses;
      },
      spent: 0,
      scan: 0
    };
  });
}
function newPrefixIndex(rules, wanted) {
  const heads = new Uint16Array(65536);
  const buckets = [[]];
  const leads = /* @__PURE__ */ new Set();
  for (const [prefix, sharing] of rulesByPrefix(rules, wanted)) {
    const entry = { prefix, word: isClass(prefix.charCodeAt(0), ALNUM), rules: sharing };
    for (const head2 of headsOf(prefix)) {
      if (heads[head2] === 0) heads[head2] = buckets.push([]) - 1;
      buckets[heads[head2]]?.push(entry);
    }
    const lead = leadOf(prefix);
    if (lead > 0) leads.add(lead);
  }
  for (const bucket of buckets) bucket.sort((a, b) => b.prefix.length - a.prefix.length);
  const thirds = thirdsOf(buckets);
  return {
    heads,
    thirds,
    buckets,
    leads: [...leads],
    bare: rules.filter(({ rule }) => wanted("") && rule.prefixes.includes(""))
  };
}
function rulesByPrefix(rules, wanted) {
  const byPrefix = /* @__PURE__ */ new Map();
  for (const armed of rules) {
    for (const prefix of new Set(armed.rule.prefixes)) {
      if (prefix === "") continue;
      if (!/^[\0-\xff]+$/.test(prefix)) {
        throw new InternalError(`rule \`${armed.rule.id}\` has a prefix that cannot be looked for`, { code: "ERR_RULE_PREFIX" });
      }
      if (!wanted(prefix)) continue;
      const sharing = byPrefix.get(prefix);
      if (sharing === void 0) byPrefix.set(prefix, [armed]);
      else sharing.push(armed);
    }
  }
  return byPrefix;
}
function thirdsOf(buckets) {
  const thirds = new Uint8Array(buckets.length << 8);
  buckets.forEach((entries, bucket) => {
    for (const { prefix } of entries) {
      if (prefix.length < 3) thirds.fill(1, bucket << 8, bucket + 1 << 8);
      else thirds[bucket << 8 | prefix.charCodeAt(2)] = 1;
    }
  });
  return thirds;
}
function nextHead(bytes, at, until, { heads, thirds }) {
  let inside = at === 0 ? 0 : CLASS[bytes[at - 1]] & ALNUM;
  let free = freeUntil(bytes, at);
  let first = bytes[at];
  for (let place = at; place < until; place++) {
    const kind = CLASS[first] & ALNUM;
    const second = bytes[place + 1];
    if ((inside & kind) === 0 || place < free) {
      const bucket = heads[first << 8 | second];
      if (bucket !== 0 && thirds[bucket << 8 | bytes[place + 2]] !== 0) return place;
      if (first === BACKSLASH2 || first === PERCENT2) free = place + 1 + ESCAPE;
    }
    inside = kind;
    first = second;
  }
  return -1;
}
function freeUntil(bytes, at) {
  for (let back = 1; back <= ESCAPE; back++) {
    const byte = bytes[at - back];
    if (byte === BACKSLASH2 || byte === PERCENT2) return at - back + 1 + ESCAPE;
    if (!isClass(byte, ALNUM)) break;
  }
  return at;
}
function headsOf(prefix) {
  const first = prefix.charCodeAt(0) << 8;
  if (prefix.length > 1) return [first | prefix.charCodeAt(1)];
  return Array.from({ length: 256 }, (_, second) => first | second).filter((head2) => isClass(head2 & 255, TOKEN | LINK));
}
function standsAt(bytes, at, prefix) {
  for (let index = 2; index < prefix.length; index++) if (bytes[at + index] !== prefix.charCodeAt(index)) return false;
  return true;
}
function leadOf(prefix) {
  for (let length = prefix.length; length > 0; length--) {
    if (!isClass(prefix.charCodeAt(length - 1), TOKEN | LINK)) return length;
  }
  return 0;
}

// packages/checks/src/secrets/boundary.ts
var BACKSLASH3 = 92;
var PERCENT3 = 37;
var UNDERSCORE = 95;
var DASH = 45;
var PLUS2 = 43;
var SLASH2 = 47;
var X = 120;
var U = 117;
var ESCAPES = new Set(Array.from("nrtbfv0", (letter) => letter.charCodeAt(0)));
var ENCODED2 = 16;
function startsValue(bytes, at) {
  const previous = bytes[at - 1];
  if (!isClass(previous, ALNUM)) return true;
  if (ESCAPES.has(previous) && bytes[at - 2] === BACKSLASH3) return true;
  if (!isClass(previous, HEX) || !isClass(bytes[at - 2], HEX)) return false;
  if (bytes[at - 3] === PERCENT3) return true;
  if (bytes[at - 3] === X && bytes[at - 4] === BACKSLASH3) return true;
  return isClass(bytes[at - 3], HEX) && isClass(bytes[at - 4], HEX) && bytes[at - 5] === U && bytes[at - 6] === BACKSLASH3;
}
function endsValue(bytes, start, end) {
  const next = bytes[end];
  if (next === UNDERSCORE || isClass(next, ALNUM)) return false;
  if (next === DASH) return !isClass(bytes[end + 1], ALNUM);
  if (next === PLUS2 || next === SLASH2) return !(isAlphanumeric(bytes, start, end) && looksEncoded(bytes, end + 1));
  return true;
}
function isAlphanumeric(bytes, start, end) {
  for (let at = start; at < end; at++) if (!isClass(bytes[at], ALNUM)) return false;
  return true;
}
function looksEncoded(bytes, from) {
  let kinds = 0;
  let at = from;
  for (; at < from + 2 * ENCODED2 && isClass(bytes[at], BASE64); at++) {
    const byte = bytes[at];
    if (byte >= 48 && byte <= 57) kinds |= 1;
    else if (byte >= 65 && byte <= 90) kinds |= 2;
    else if (byte >= 97 && byte <= 122) kinds |= 4;
  }
  return at - from >= ENCODED2 && kinds === 7;
}

// packages/checks/src/secrets/budget.ts
var STEPS_A_BYTE = 64;
var STEPS_AT_ONCE = 1 << 20;
var SHORT = 64;
function mayTry(armed, at, scan) {
  if (armed.scan !== scan) {
    armed.scan = scan;
    armed.spent = 0;
  }
  return armed.spent <= STEPS_AT_ONCE + STEPS_A_BYTE * at;
}
function bookFailure(armed, bytes, at) {
  const { most } = armed.extent();
  armed.spent += most <= SHORT || armed.crosses() ? most : stretch(bytes, at, most);
}
function stretch(bytes, at, most) {
  const until = Math.min(at + most, bytes.length);
  let end = at;
  while (end < until) {
    const byte = bytes[end];
    if (byte <= 32 || byte === 34 || byte === 39 || byte === 96) break;
    end++;
  }
  return end - at;
}

// packages/checks/src/secrets/sweep.ts
var LOOK_BACK2 = 96;
var BEFORE = 8;
var scans = 0;
function newSweep(bytes, index, found) {
  const { heads, buckets, leads, bare } = index;
  const scan = ++scans;
  const window = newTextWindow(bytes);
  let swept = 0;
  let led = -1;
  function over(from, to) {
    const until = Math.min(to, bytes.length - 1);
    const start = Math.max(from, swept);
    if (start >= until) return;
    for (let at = nextHead(bytes, start, until, index); at >= 0; at = nextHead(bytes, at + 1, until, index)) resolve(at);
    swept = until;
  }
  function joined2(from, to) {
    const least = Math.max(swept, from - LOOK_BACK2, 0);
    let start = from;
    while (start > least && isClass(bytes[start - 1], TOKEN | LINK)) start--;
    for (const lead of leads) {
      const at = from - lead;
      if (at <= led || at < swept || at >= start) continue;
      led = at;
      resolve(at);
    }
    over(start, to);
  }
  function whole(from, to) {
    for (const armed of bare) {
      const { least, most } = armed.extent();
      if (to - from >= least && to - from <= most) attempt(armed, "", from);
    }
  }
  function resolve(at) {
    const bucket = heads[bytes[at] << 8 | bytes[at + 1]];
    for (const { prefix, word, rules } of buckets[bucket]) {
      if (!standsAt(bytes, at, prefix)) continue;
      if (word && !startsValue(bytes, at)) continue;
      for (const armed of rules) attempt(armed, prefix, at);
    }
  }
  function attempt(armed, prefix, at) {
    if (!mayTry(armed, at, scan)) return;
    window.cover(at - BEFORE, at + armed.extent().most + 1);
    const { rule } = armed;
    const { shape } = rule;
    shape.lastIndex = at - window.from;
    const matched = shape.exec(window.text);
    if (matched === null) {
      bookFailure(armed, bytes, at);
      return;
    }
    const secret = matched.groups?.secret;
    const offset = secret === void 0 ? 0 : matched[0].lastIndexOf(secret);
    const start = at + offset;
    const end = start + (secret ?? matched[0]).length;
    if (endsValue(bytes, start, end)) found({ rule, prefix, start, end });
    else bookFailure(armed, bytes, at);
  }
  return { over, joined: joined2, whole };
}

// packages/checks/src/secrets/layer-scan.ts
var DEPTH = 2;
var MOST_FINDINGS = 1e4;
var RUN = 16;
var AUTHORITY = "://";
function newLayerScan(rules) {
  const armed = armRules(rules);
  const words = newPrefixIndex(armed, (prefix) => !prefix.startsWith(AUTHORITY));
  const addresses = newPrefixIndex(armed, (prefix) => prefix.startsWith(AUTHORITY));
  function scan(bytes, path, depth, spots) {
    const findings = [];
    const judge2 = newJudge(bytes, path);
    let unlisted = 0;
    const note = (finding) => {
      if (finding === void 0) return;
      if (findings.length < MOST_FINDINGS) findings.push(finding);
      else unlisted++;
    };
    const wordSweep = newSweep(bytes, words, (match) => note(judge2(match)));
    const addressSweep = newSweep(bytes, addresses, (match) => note(judge2(match)));
    const layers = [];
    let unescaped = 0;
    const piece = (from, to, padded) => {
      wordSweep.whole(from, padded);
      const layer2 = depth === 0 ? void 0 : decodePiece(bytes, from, to);
      if (layer2 !== void 0) layers.push(layer2);
    };
    spots(bytes, (anchor, start, end) => {
      if (anchor === "assignment") return;
      if (anchor === "userinfo") {
        addressSweep.over(start, end);
        return;
      }
      wordSweep.joined(start, end);
      if (anchor !== "run") return;
      splitRun(bytes, start, end, piece);
      if (depth === 0) return;
      if (start < unescaped || !touchesEscape(bytes, start, end)) return;
      const layer2 = unescapeAround(bytes, unescaped, start, end);
      if (layer2 === void 0) return;
      unescaped = layer2.end;
      layers.push(layer2);
    });
    const own = withPairs(bytes, findings);
    const inner = layers.flatMap(
      (layer2) => scan(layer2.bytes, path, depth - 1, everywhere).map((finding) => outward(finding, layer2))
    );
    const kept = withoutOverlaps(inner.length === 0 ? own : [...own, ...inner]);
    return unlisted === 0 ? kept : withUnlisted(kept, unlisted);
  }
  return (bytes, path, spots = everywhere) => scan(bytes, path, DEPTH, spots);
}
function everywhere(bytes, each) {
  each("prefix", 0, bytes.length);
  each("userinfo", 0, bytes.length);
  let from = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (isClass(bytes[at], TOKEN)) continue;
    if (at - from >= RUN) each("run", from, at);
    from = at + 1;
  }
}
function withUnlisted(findings, unlisted) {
  const last = findings.at(-1);
  if (last === void 0) return findings;
  return [...findings.slice(0, -1), { ...last, why: [...last.why, `${unlisted} more in this file are not listed`] }];
}
function outward(finding, { encoding, origin }) {
  return {
    ...finding,
    start: origin(finding.start),
    end: origin(finding.end),
    why: [...finding.why, `it stands there in ${encoding}`]
  };
}

// packages/checks/src/secrets/scanner.ts
function newScanner(kernel, rules = RULES2) {
  const scanLayer = newLayerScan(rules);
  function spots(bytes, each) {
    const room = kernel.room(bytes.length);
    if (room.buffer !== bytes.buffer || room.byteOffset !== bytes.byteOffset) room.set(bytes);
    kernel.scan(bytes.length, each);
  }
  return {
    scan(bytes, path) {
      const found = noteAllowances(bytes, scanLayer(bytes, path, spots));
      const narrowed = narrowUtf16(bytes);
      if (narrowed === void 0) return found;
      const { bytes: text, origin } = narrowed;
      const wide = noteAllowances(text, scanLayer(text, path)).map((finding) => moved(finding, origin));
      return withoutOverlaps([...found, ...wide]);
    }
  };
}
function noteAllowances(bytes, findings) {
  return findings.map((finding) => {
    const allowance = allowanceOf(bytes, finding.rule.id, finding.start, finding.end);
    if (allowance === void 0) return finding;
    return allowance.allowed ? { ...finding, allowed: allowance.note } : { ...finding, why: [...finding.why, allowance.note] };
  });
}
function moved(finding, origin) {
  return { ...finding, start: origin(finding.start), end: origin(finding.end) };
}

export {
  RULES2 as RULES,
  ruleById,
  SHORT_PREFIXES,
  exampleMaker,
  fingerprint,
  toFinding,
  linesOf,
  newScanner
};
