import { cubynClaims } from './cubyn-claims';
import { hubRiseOrders } from './hubrise';

/** Ready workflows for what only one carrier has. */
export const carrierWorkflows = [hubRiseOrders, cubynClaims] as const;
