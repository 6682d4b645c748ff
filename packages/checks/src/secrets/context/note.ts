/** How features are told. */

/** Takes one feature; its amount is 1 where nothing else is said. */
export type Note = (feature: string, amount?: number) => void;
