import { passThrough, type ProxyFault } from '../proxy-fault';

/** The client is sent to a closed port, so nothing is left to do here. */
export const refused: ProxyFault = { description: 'refused', refused: true, apply: passThrough };
