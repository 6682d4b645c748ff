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
} from "./chunk-TYWBMT2U.js";
import "./chunk-XZLIVGRS.js";
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
