import { createSandbox } from '../../sandbox/carriers';
import type { Carrier } from '../../shared/declare/carrier';
import type { WireRequest } from '../../shared/declare/wire';
import { allSubjects, type Subject } from './subjects';

type SentRequest = Pick<WireRequest, 'method' | 'url'>;

const sandbox = createSandbox();

const patternOf = (path: string) => new RegExp(`^${path.replace(/\{[^}]*\}/g, '').replace(/:[^/]+/g, '[^/]+')}/?$`);
const routesOf = new Map(
	allSubjects.map(({ carrier }) => [
		carrier.id,
		sandbox.carrier(carrier.id).routes.map((route) => ({ ...route, pattern: patternOf(route.path) })),
	]),
);

/** Name of the carrier's route for a request. Only the path counts: a test serves a carrier on any host. */
export const routeOf = ({ id }: Carrier, { method, url }: SentRequest): string | undefined => {
	const { pathname } = new URL(url);
	return routesOf.get(id)?.find((route) => route.method === method && route.pattern.test(pathname))?.name;
};

/** The booking that a request makes or looks up. */
export function bookingOf(request: SentRequest): { subject: Subject; step: 'create' | 'lookUp' } | undefined {
	for (const subject of allSubjects) {
		const route = routeOf(subject.carrier, request);
		if (route === subject.routes.create) return { subject, step: 'create' };
		if (route === subject.routes.lookUp) return { subject, step: 'lookUp' };
	}
	return undefined;
}

export const isBooking = (request: SentRequest) => bookingOf(request)?.step === 'create';
export const isLookUp = (request: SentRequest) => bookingOf(request)?.step === 'lookUp';
