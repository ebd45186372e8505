/**
 * Market moves of the scenario table and of the pane's preview; on the sheet the user may change them. Equal steps: the
 * chart spaces its categories equally, so that a straight line stays straight.
 */
export const MOVES = [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3] as const;
