import type { Route } from '../../framework/carrier';
import { page } from '../../framework/html-pages';
import { APP_HOST, isAt, TRACKING_HOST } from '../requests/hosts';
import { badRequest, notFound } from '../requests/api-error';
import type { CubynState } from '../state';

/** Pages for people rather than programs. */
export const pageRoutes: Route<CubynState>[] = [
	{
		name: 'tracking.read',
		method: 'GET',
		path: '/:tracking{CUB\\d+}',
		effect: 'read',
		handler: ({ state, exchange, params }) => {
			const parcel = state.parcels.get(Number(params.tracking?.slice(3)));
			// There is something to see once the parcel is picked.
			if (!isAt(exchange, TRACKING_HOST) || parcel === undefined || parcel.pickedAt === null)
				return notFound('Page').response;
			return html(page(`Parcel CUB${parcel.id}`, `<p>${parcel.status}</p>`));
		},
	},
	{
		name: 'relays.pick',
		method: 'GET',
		path: '/tools/relay-iframe/index.html',
		effect: 'read',
		handler: ({ exchange }) => {
			if (!isAt(exchange, APP_HOST)) return notFound('Page').response;
			const callback = exchange.url.searchParams.get('callback') ?? '';
			if (!exchange.url.searchParams.get('address') || !URL.canParse(callback)) {
				return badRequest('Missing parameter: address, callback').response;
			}
			const target = new URL(callback);
			for (const [name, value] of Object.entries(RELAY)) target.searchParams.set(name, value);
			return new Response(null, { status: 302, headers: { location: target.href } });
		},
	},
];

/** The customer of the sandbox always picks the same point. */
const RELAY = {
	id: '020123',
	name: 'Tabac du Canal',
	image: '',
	openinghours: 'MON.0700.1830-TUE.0700.1830-WED.0700.1830',
	street: '3 quai de Valmy',
	city: 'Paris',
	zip: '75010',
	country: 'FR',
};

function html(text: string): Response {
	return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
