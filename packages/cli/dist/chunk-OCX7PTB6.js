import {
  CLAIMS,
  CONDITION_FUNCTIONS,
  MAX_TTL,
  MIN_TTL,
  POLICY_PROBLEMS,
  PROPERTY_KEY_PREFIX,
  VARIABLES,
  claimOfKey,
  decide,
  grantTrust,
  grantTtl,
  policyJsonSchema,
  propertiesIn,
  readPolicy,
  readSource,
  suggestClaim
} from "./chunk-NMABJINC.js";
import "./chunk-PFVSAXKB.js";
import "./chunk-6DOLMXF5.js";
import "./chunk-SPD3I5TM.js";
import "./chunk-GGBVD4R2.js";
import "./chunk-UWWLZZC2.js";
import "./chunk-CZ7CSFO4.js";
export {
  CLAIMS,
  CONDITION_FUNCTIONS,
  MAX_TTL,
  MIN_TTL,
  POLICY_PROBLEMS,
  PROPERTY_KEY_PREFIX,
  VARIABLES,
  claimOfKey,
  decide,
  grantTrust,
  grantTtl,
  policyJsonSchema,
  propertiesIn,
  readPolicy,
  readSource,
  suggestClaim
};
