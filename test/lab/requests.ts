import type { WireRequest } from '../../shared/declare/wire';

/** The carriers' bookings are their POSTs, but for signing in and for cancelling. */
export const isBooking = ({ method, url }: Pick<WireRequest, 'method' | 'url'>) => method === 'POST' && !/\/(login|cancel)\b/.test(url);
/** Look-ups by reference, or of the days in which the booking would show. */
export const isLookUp = ({ method, url }: Pick<WireRequest, 'method' | 'url'>) => method === 'GET' && (url.includes('client_order_reference=') || url.includes('/order/'));
