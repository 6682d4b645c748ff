/** Rules that have a prefix and a shape and nothing else to prove. */

export { FAMILIES, SHAPE_RULES } from './catalogue.ts';
