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
} from "./chunk-4QIKSUCC.js";
import "./chunk-X7Z733R6.js";
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
