import type { WireRequest } from '../../shared/declare/wire';

/** The carriers' bookings are their POSTs, but for signing in, for cancelling and for uploads. */
export const isBooking = ({ method, url }: Pick<WireRequest, 'method' | 'url'>) => method === 'POST' && !/\/(login|cancel|files)\b/.test(url);
/** Look-ups by reference, or of the days, claims, attachments or collects in which the booking would show. */
export const isLookUp = ({ method, url }: Pick<WireRequest, 'method' | 'url'>) => method === 'GET' && /client_order_reference=|orderRef|\/order\/|\/claims$|\/attachments\?|\/collects$/.test(url);
