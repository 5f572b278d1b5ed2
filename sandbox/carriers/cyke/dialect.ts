/** v1 was shut down; v2 is what Cyke speaks. */
export type Dialect = 'v1' | 'v2';
