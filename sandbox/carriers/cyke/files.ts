import { page } from '../framework/html-pages';
import type { OpenRoute } from '../framework/simple-carrier';
import type { CykeDelivery } from './backoffice.types';
import { notFound } from './api-error';
import type { CykeState } from './state';

/** A chequered square of eight by eight: a real picture, small enough for a test. */
const PICTURE = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAGUlEQVR42mN4eSRLa24/JsmAVRRIMgxKHQDY/m2hEjkukQAAAABJRU5ErkJggg==',
	'base64',
);

/** Pictures, signatures and the tracking page are public: the token alone gives access. */
export const fileRoutes: OpenRoute<CykeState>[] = [
	{
		name: 'files.read',
		method: 'GET',
		path: '/files/:file',
		effect: 'read',
		open: true,
		handle: ({ state, params }) => {
			const token = /^(\w+)\.png$/.exec(params.file ?? '')?.[1];
			if (token === undefined || !state.deliveries.all().some((delivery) => hasFile(delivery, token))) {
				throw notFound();
			}
			return new Response(PICTURE, {
				headers: { 'content-type': 'image/png', 'content-length': String(PICTURE.length) },
			});
		},
	},
	{
		name: 'tracking.read',
		method: 'GET',
		path: '/tracking/:token',
		effect: 'read',
		open: true,
		handle: ({ state, params }) => {
			const delivery = state.deliveries.all().find((other) => other.trackingToken === params.token);
			if (delivery === undefined || delivery.startedAt === null) throw notFound();
			return new Response(page(`Delivery ${delivery.id}`, `<p>${delivery.status}</p>`), {
				headers: { 'content-type': 'text/html; charset=utf-8' },
			});
		},
	},
];

function hasFile({ dropoff, pickup }: CykeDelivery, token: string): boolean {
	return [dropoff, pickup].some((task) => task.pictures.includes(token) || task.signature?.token === token);
}
